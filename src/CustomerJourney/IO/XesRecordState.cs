namespace CustomerJourney.IO;

internal enum XesRecordState
{
    /// <summary>An event of its own.</summary>
    Ready,

    /// <summary>A start whose completion may follow.</summary>
    Waiting,

    /// <summary>A start that became part of its completion.</summary>
    Joined,
}
