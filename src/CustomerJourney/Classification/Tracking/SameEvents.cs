using System.Diagnostics.CodeAnalysis;

namespace CustomerJourney.Classification.Tracking;

/// <summary>Takes events for equal that are the same in every field, so that many of one instant are compared in time linear in their number.</summary>
internal sealed class SameEvents : IEqualityComparer<TrackedEvent>
{
    public static SameEvents Comparer { get; } = new();

    public bool Equals(TrackedEvent x, TrackedEvent y) => x.IsSameAs(y);

    /// <summary>Of what events of one instant mostly differ in.</summary>
    public int GetHashCode([DisallowNull] TrackedEvent tracked) => HashCode.Combine(tracked.Source.Event, tracked.Id, tracked.Source.Value, tracked.Source.Feedback?.Score, tracked.Source.Attributes.Count);
}
