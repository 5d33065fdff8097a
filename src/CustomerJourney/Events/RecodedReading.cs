namespace CustomerJourney.Events;

/// <summary>The reading of a classified log whose events and channels have been given other codes since.</summary>
/// <param name="source">The reading by the codes before.</param>
/// <param name="events">For each code of an event, the one before.</param>
/// <param name="channels">For each code of a channel, the one before; null where they are the same.</param>
internal sealed class RecodedReading(StageReading source, int[] events, int[]? channels) : StageReading
{
    public override StageReading Source => source.Source;

    public override int TouchpointOf(ushort eventCode, byte channel, byte stage) =>
        source.TouchpointOf((ushort)events[eventCode], channels is null || channel == LogSchema.NoChannel ? channel : (byte)channels[channel], stage);

    public override bool IsNamedByRule(ushort eventCode) => source.IsNamedByRule((ushort)events[eventCode]);

    public override byte CurrentOf(in CustomerTrace trace) => source.CurrentOf(trace);
}
