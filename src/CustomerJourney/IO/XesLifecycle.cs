namespace CustomerJourney.IO;

/// <summary>What becomes of the transitions (<c>lifecycle:transition</c>) of one activity: XES writes its start and its completion as two events.</summary>
public enum XesLifecycle
{
    /// <summary>A start and the completion that belongs to it become one event, which begins at the start and happens at the completion. Everything else stays an event of its own.</summary>
    Join,

    /// <summary>Every transition stays an event of its own.</summary>
    Keep,
}
