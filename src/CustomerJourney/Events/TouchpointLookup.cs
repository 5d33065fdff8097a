namespace CustomerJourney.Events;

/// <summary>Which touchpoint an event stands for, once its stage is known; made by classification.</summary>
internal abstract class TouchpointLookup
{
    /// <summary>The touchpoint of the map, counted in journey order; -1 if there is none.</summary>
    public abstract int TouchpointOf(ushort eventCode, byte channel, byte stage);
}
