namespace CustomerJourney.Events;

/// <summary>The touchpoints of a classified log whose events and channels have been given other codes since.</summary>
/// <param name="source">The touchpoints by the codes at classification.</param>
/// <param name="events">For each code of an event, the one at classification.</param>
/// <param name="channels">For each code of a channel, the one at classification; null where they are the same.</param>
internal sealed class RecodedTouchpoints(TouchpointLookup source, int[] events, int[]? channels) : TouchpointLookup
{
    public override int TouchpointOf(ushort eventCode, byte channel, byte stage) =>
        source.TouchpointOf((ushort)events[eventCode], channels is null || channel == LogSchema.NoChannel ? channel : (byte)channels[channel], stage);
}
