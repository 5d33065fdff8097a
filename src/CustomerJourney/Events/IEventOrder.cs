namespace CustomerJourney.Events;

/// <summary>How the events of one customer are ordered. Structs implement it, so that comparing costs no virtual call.</summary>
internal interface IEventOrder
{
    /// <summary>Below 0 where x comes first, above 0 where y does; 0 leaves them in the order of arrival.</summary>
    int Compare(in ArrivedEvent x, in ArrivedEvent y);
}
