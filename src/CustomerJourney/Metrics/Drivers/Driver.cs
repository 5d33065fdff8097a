using System.Text;
using CustomerJourney.Events;

namespace CustomerJourney.Metrics.Drivers;

/// <summary>
/// What may move an outcome: touchpoints, stages, channels, events, attributes, numbers. Everything that events tell is taken from the events before the outcome alone, never from its own
/// event or a later one. An event that lasts counts where it began before the outcome and was over by then.
/// </summary>
public sealed record Driver
{
    private Driver(DriverSource source, string group, DriverMeasure measure) => (Source, Group, Measure) = (source, group, measure);

    /// <summary>For each touchpoint of the map whether the customer met it.</summary>
    public static Driver Touchpoints { get; } = new(DriverSource.Happenings, "Touchpoint", DriverMeasure.Happened) { Of = Dimension.Touchpoint };

    /// <summary>For each touchpoint of the map how often the customer met it.</summary>
    public static Driver TouchpointCounts { get; } = new(DriverSource.Happenings, "Touchpoint", DriverMeasure.Times) { Of = Dimension.Touchpoint };

    /// <summary>For each stage of the map whether the customer was in it, by his events or by silence.</summary>
    public static Driver Stages { get; } = new(DriverSource.Happenings, "Stage", DriverMeasure.Happened) { Of = Dimension.Stage };

    /// <summary>For each stage of the map how many days the customer was in it: from evidence for it until evidence for another one, dormancy or the outcome.</summary>
    public static Driver TimeInStages { get; } = new(DriverSource.Stays, "Stage", DriverMeasure.Days);

    /// <summary>For each channel whether the customer used it.</summary>
    public static Driver Channels { get; } = new(DriverSource.Happenings, "Channel", DriverMeasure.Happened) { Of = Dimension.Channel };

    /// <summary>For each channel how many of the customer's events were on it.</summary>
    public static Driver ChannelCounts { get; } = new(DriverSource.Happenings, "Channel", DriverMeasure.Times) { Of = Dimension.Channel };

    /// <summary>For each event name whether it happened. For logs without a map.</summary>
    public static Driver Events { get; } = new(DriverSource.Happenings, "Event", DriverMeasure.Happened) { Of = new EventNameDimension(null) };

    /// <summary>For each event name how often it happened.</summary>
    public static Driver EventCounts { get; } = new(DriverSource.Happenings, "Event", DriverMeasure.Times) { Of = new EventNameDimension(null) };

    /// <summary>The stage in which the customer was at the moment, as levels.</summary>
    public static Driver CurrentStage { get; } = new(DriverSource.Last, "Stage at the time", DriverMeasure.Level) { Of = Dimension.Stage };

    /// <summary>The touchpoint that the customer met last, as levels.</summary>
    public static Driver LastTouchpoint { get; } = new(DriverSource.Last, "Last touchpoint", DriverMeasure.Level) { Of = Dimension.Touchpoint };

    /// <summary>The channel that the customer used last, as levels.</summary>
    public static Driver LastChannel { get; } = new(DriverSource.Last, "Last channel", DriverMeasure.Level) { Of = Dimension.Channel };

    /// <summary>The persona of the map that the customer is, as levels.</summary>
    public static Driver Persona { get; } = new(DriverSource.Customer, "Persona", DriverMeasure.Level) { Of = Dimension.Persona };

    /// <summary>How many events the customer had.</summary>
    public static Driver Activity { get; } = new(DriverSource.Activity, "Behavior", DriverMeasure.Times) { Name = "events" };

    /// <summary>How many days ago the customer's last event was; customers without an event before are left out.</summary>
    public static Driver Recency { get; } = new(DriverSource.Recency, "Behavior", DriverMeasure.Days) { Name = "days since the last event" };

    /// <summary>How many days ago the customer's first event was, whatever the look-back; customers without an event before are left out.</summary>
    public static Driver Tenure { get; } = new(DriverSource.Tenure, "Behavior", DriverMeasure.Days) { Name = "days since the first event" };

    /// <summary>What the drivers are together: "Touchpoint", "plan".</summary>
    public string Group { get; }

    /// <summary>The name of the one driver that this is; <see langword="null"/> where the log or the map tells the names.</summary>
    public string? Name { get; private init; }

    /// <summary>What is measured.</summary>
    public DriverMeasure Measure { get; }

    /// <summary>The level that others are compared with in the model; <see langword="null"/> for the one that most customers have. Only for levels.</summary>
    public string? Reference { get; private init; }

    internal DriverSource Source { get; }

    /// <summary>What the log's events or customers are told apart by.</summary>
    internal Dimension? Of { get; private init; }

    internal DriverValue? Value { get; private init; }

    /// <summary>Whether one event happened.</summary>
    /// <param name="name">The name of the event, compared ordinally.</param>
    public static Driver Event(string name) => new(DriverSource.Happenings, "Event", DriverMeasure.Happened) { Of = new EventNameDimension(NotEmpty(name)), Name = name };

    /// <summary>How often one event happened.</summary>
    /// <param name="name">The name of the event, compared ordinally.</param>
    public static Driver EventCount(string name) => new(DriverSource.Happenings, "Event", DriverMeasure.Times) { Of = new EventNameDimension(NotEmpty(name)), Name = name };

    /// <summary>An attribute of customers, as levels; customers without it are the level "None". Attributes have no time: use those that were known before the outcome.</summary>
    /// <param name="name">The name of the attribute, compared ordinally.</param>
    /// <param name="reference">The level that others are compared with; the one that most customers have where none is given.</param>
    public static Driver Attribute(string name, string? reference = null) =>
        new(DriverSource.Customer, NotEmpty(name), DriverMeasure.Level) { Of = Dimension.Attribute(name), Reference = reference };

    /// <summary>The last value of an attribute of events, as levels; customers without it are the level "None".</summary>
    /// <param name="name">The name of the attribute, compared ordinally.</param>
    /// <param name="reference">The level that others are compared with; the one that most customers have where none is given.</param>
    public static Driver EventAttribute(string name, string? reference = null) =>
        new(DriverSource.Last, NotEmpty(name), DriverMeasure.Level) { Of = Dimension.EventAttribute(name), Reference = reference };

    /// <summary>A number of your own.</summary>
    /// <param name="name">What it is; also how partial results recognize it.</param>
    /// <param name="value">Reads it off a customer's events.</param>
    public static Driver Number(string name, DriverValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(DriverSource.User, "Number", DriverMeasure.Number) { Name = NotEmpty(name), Value = value };
    }

    /// <summary>The driver in a few words.</summary>
    public override string ToString() => Description;

    /// <summary>The whole definition in words.</summary>
    internal string Description
    {
        get
        {
            StringBuilder text = new(Group);
            if (Source == DriverSource.Last && Of is not null) text.Append(" (last ").Append(Of.Description).Append(')');
            if (Name is not null) text.Append(" '").Append(Name).Append('\'');
            if (Measure is not (DriverMeasure.Happened or DriverMeasure.Level)) text.Append(Measure == DriverMeasure.Times ? ", times" : Measure == DriverMeasure.Days ? ", days" : "");
            if (Reference is not null) text.Append(", reference '").Append(Reference).Append('\'');
            return text.ToString();
        }
    }

    private static string NotEmpty(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return name;
    }
}
