using CustomerJourney.Classification.Machine;

namespace CustomerJourney.Classification.Explaining;

/// <summary>One thing that the machine told of a customer: what an event stands for, a silence, or dormancy.</summary>
/// <param name="Event">The event, by its place; -1 between events.</param>
/// <param name="After">The event itself, or the latest one before; -1 if there is none.</param>
/// <param name="Ticks">When, in UTC ticks.</param>
/// <param name="Stage">The stage that it is evidence for, <see cref="Events.LogSchema.NoStage"/> for none.</param>
/// <param name="Decision">What the machine said of the event.</param>
/// <param name="SilenceRule">The rule of a silence; -1 otherwise.</param>
/// <param name="IsDormancy">Whether the customer became dormant.</param>
internal readonly record struct CourseStep(int Event, int After, long Ticks, byte Stage, Decision Decision, int SilenceRule, bool IsDormancy)
{
    /// <summary>The stay that the step belongs to, counted from the first that began among the steps as 1; 0 for what goes on with an earlier one.</summary>
    public int Stay { get; init; }
}
