namespace CustomerJourney.Classification.Rules;

/// <summary>Says which events follow each other: <c>steps.Then("trial_started").Then("colleague_invited").Without("cancelled")</c>. Made by <see cref="StageRulesBuilder"/>.</summary>
public sealed class EventSequenceBuilder
{
    private readonly List<EventPattern> _steps = [];
    private readonly List<EventPattern> _without = [];

    private EventSequenceBuilder()
    {
    }

    /// <summary>Adds the next step, a later event than the step before; others may lie between.</summary>
    /// <param name="eventName">The name of the event in the log.</param>
    public EventSequenceBuilder Then(string eventName)
    {
        ArgumentNullException.ThrowIfNull(eventName);
        _steps.Add(EventPatternBuilder.Named(eventName));
        return this;
    }

    /// <summary>Adds the next step, an event that is more than a name.</summary>
    /// <param name="step">Says which events are this step.</param>
    public EventSequenceBuilder Then(Action<EventPatternBuilder> step)
    {
        ArgumentNullException.ThrowIfNull(step);
        _steps.Add(EventPatternBuilder.Make(step));
        return this;
    }

    /// <summary>Adds an event that must not lie between the first step and the last. No step may have its name.</summary>
    /// <param name="eventName">The name of the event in the log.</param>
    public EventSequenceBuilder Without(string eventName)
    {
        ArgumentNullException.ThrowIfNull(eventName);
        _without.Add(EventPatternBuilder.Named(eventName));
        return this;
    }

    /// <summary>Adds events that must not lie between the first step and the last.</summary>
    /// <param name="between">Says which events must not.</param>
    public EventSequenceBuilder Without(Action<EventPatternBuilder> between)
    {
        ArgumentNullException.ThrowIfNull(between);
        _without.Add(EventPatternBuilder.Make(between));
        return this;
    }

    internal static (IReadOnlyList<EventPattern> Steps, IReadOnlyList<EventPattern> Without) Make(Action<EventSequenceBuilder> configure)
    {
        EventSequenceBuilder builder = new();
        configure(builder);
        return ([.. builder._steps], [.. builder._without]);
    }
}
