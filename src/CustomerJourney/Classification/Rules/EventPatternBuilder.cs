using CustomerJourney.Events;

namespace CustomerJourney.Classification.Rules;

/// <summary>Says which events a rule looks at: <c>when.Event("survey").On("email").WithScore(FeedbackKind.Nps, maximum: 6)</c>. What is not said is not asked for. Made by <see cref="StageRulesBuilder"/>.</summary>
public sealed class EventPatternBuilder
{
    private readonly List<EventCondition> _conditions = [];
    private EventPattern _pattern = new();

    private EventPatternBuilder()
    {
    }

    /// <summary>The name of the event. Without it events of any name match.</summary>
    /// <param name="name">The name in the log, compared ordinally.</param>
    public EventPatternBuilder Event(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        _pattern = _pattern with { Event = name };
        return this;
    }

    /// <summary>Events of any name, which is so unless <see cref="Event"/> is called.</summary>
    public EventPatternBuilder AnyEvent()
    {
        _pattern = _pattern with { Event = null };
        return this;
    }

    /// <summary>The channel that the event must have.</summary>
    /// <param name="channel">The channel in the log, compared ordinally.</param>
    public EventPatternBuilder On(string channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        _pattern = _pattern with { Channel = channel };
        return this;
    }

    /// <summary>An attribute that the event must have; called again, it must have both.</summary>
    /// <param name="attribute">The name of the attribute in the log.</param>
    /// <param name="value">The value that it must have, compared ordinally.</param>
    public EventPatternBuilder With(string attribute, string value)
    {
        ArgumentNullException.ThrowIfNull(attribute);
        ArgumentNullException.ThrowIfNull(value);
        _conditions.Add(new EventCondition { Attribute = attribute, Value = value });
        return this;
    }

    /// <summary>The amount of money that the event must carry.</summary>
    /// <param name="atLeast">The least amount, in major units of the currency, with at most four decimals.</param>
    /// <param name="currency">The currency that the amount must have; <see langword="null"/> for amounts that name none.</param>
    public EventPatternBuilder WithValue(decimal atLeast, string? currency = null)
    {
        _pattern = _pattern with { MinimumValue = atLeast, Currency = currency };
        return this;
    }

    /// <summary>The survey answer that the event must carry.</summary>
    /// <param name="kind">The kind of the answer.</param>
    /// <param name="minimum">The least score, inclusive; <see langword="null"/> for any.</param>
    /// <param name="maximum">The greatest score, inclusive; <see langword="null"/> for any.</param>
    public EventPatternBuilder WithScore(FeedbackKind kind, double? minimum = null, double? maximum = null)
    {
        _pattern = _pattern with { Feedback = kind, MinimumScore = minimum, MaximumScore = maximum };
        return this;
    }

    internal static EventPattern Named(string name) => new() { Event = name };

    internal static EventPattern Make(Action<EventPatternBuilder> configure)
    {
        EventPatternBuilder builder = new();
        configure(builder);
        return builder._pattern with { Conditions = [.. builder._conditions] };
    }
}
