namespace CustomerJourney.Building;

/// <summary>A part of a map while it is being filled; anything may still be wrong with it.</summary>
internal abstract class Draft
{
    /// <summary>What a problem calls this part, for example <c>stage "Purchase"</c>.</summary>
    public abstract string Description { get; }
}
