namespace CustomerJourney.Events;

/// <summary>How a log was read through a map, as far as answers need to know it; made by classification.</summary>
internal abstract class StageReading
{
    /// <summary>The reading at classification, before names were coded anew.</summary>
    public virtual StageReading Source => this;

    /// <summary>The touchpoint of the map that an event stands for by its name and channel, counted in journey order; -1 if there is none. For logs without <see cref="LogColumns.Touchpoints"/>.</summary>
    public abstract int TouchpointOf(ushort eventCode, byte channel, byte stage);

    /// <summary>Whether a rule looks at events of a name. They are known, even if they stand for no stage.</summary>
    public abstract bool IsNamedByRule(ushort eventCode);

    /// <summary>The stage that a customer is in by the rule of the classifier; <see cref="LogSchema.NoStage"/> if none.</summary>
    public abstract byte CurrentOf(in CustomerTrace trace);

    /// <summary>The touchpoint that an event of a trace stands for, counted in journey order; -1 if there is none.</summary>
    public int TouchpointOf(in CustomerTrace trace, int position) => trace.Columns.Touchpoints is { } touchpoints
        ? touchpoints[trace.Start + position]
        : TouchpointOf(trace.Events[position], trace.Channels[position], trace.Stages[position]);
}
