namespace CustomerJourney.Events;

/// <summary>What a group stands for; also the order of rows.</summary>
internal enum GroupKind : byte
{
    Named,
    Other,
    None,
}
