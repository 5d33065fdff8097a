namespace CustomerJourney.Classification.Rules;

/// <summary>
/// Fills the rules of a classifier, in order: the first one that holds at an event decides. Nothing is checked before all is said; then all faults are told at once.
/// </summary>
public sealed class StageRulesBuilder
{
    private readonly List<StageRule> _rules = [];
    private StageRules _settings = StageRules.None;

    private StageRulesBuilder()
    {
    }

    /// <summary>So many events of a name put the customer into a stage: <c>Enter("Support", whenEvent: "ticket_opened", times: 2, within: TimeSpan.FromDays(7))</c>.</summary>
    /// <param name="stage">The stage, by its id or its name.</param>
    /// <param name="whenEvent">The name of the event in the log.</param>
    /// <param name="times">How many there must be, the last one included; 1 to 1,000.</param>
    /// <param name="within">How long the first of them may lie before the last, inclusive; <see langword="null"/> for any time. Positive.</param>
    /// <param name="name">What the rule is called in explanations; <see langword="null"/> if it is called by what it says.</param>
    public StageRulesBuilder Enter(string stage, string whenEvent, int times = 1, TimeSpan? within = null, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(whenEvent);
        return Add(new CountRule { Stage = stage, When = EventPatternBuilder.Named(whenEvent), Times = times, Within = within, Name = name });
    }

    /// <summary>So many events that are more than a name put the customer into a stage: <c>Enter("At risk", when => when.Event("survey").WithScore(FeedbackKind.Nps, maximum: 6))</c>.</summary>
    /// <param name="stage">The stage, by its id or its name.</param>
    /// <param name="when">Says which events count.</param>
    /// <param name="times">How many there must be, the last one included; 1 to 1,000.</param>
    /// <param name="within">How long the first of them may lie before the last, inclusive; <see langword="null"/> for any time. Positive.</param>
    /// <param name="name">What the rule is called in explanations; <see langword="null"/> if it is called by what it says.</param>
    public StageRulesBuilder Enter(string stage, Action<EventPatternBuilder> when, int times = 1, TimeSpan? within = null, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(when);
        return Add(new CountRule { Stage = stage, When = EventPatternBuilder.Make(when), Times = times, Within = within, Name = name });
    }

    /// <summary>Amounts of money that add up put the customer into a stage: <c>EnterOnTotal("VIP", whenEvent: "order_paid", atLeast: 1000, currency: "EUR")</c>.</summary>
    /// <param name="stage">The stage, by its id or its name.</param>
    /// <param name="whenEvent">The name of the events whose amounts are added.</param>
    /// <param name="atLeast">The least total, in major units of the currency; more than 0, with at most four decimals.</param>
    /// <param name="currency">The currency; <see langword="null"/> for amounts that name none. Amounts in others do not count.</param>
    /// <param name="name">What the rule is called in explanations; <see langword="null"/> if it is called by what it says.</param>
    public StageRulesBuilder EnterOnTotal(string stage, string whenEvent, decimal atLeast, string? currency = null, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(whenEvent);
        return Add(new TotalValueRule { Stage = stage, When = EventPatternBuilder.Named(whenEvent), AtLeast = atLeast, Currency = currency, Name = name });
    }

    /// <summary>Amounts of events that are more than a name put the customer into a stage when they add up.</summary>
    /// <param name="stage">The stage, by its id or its name.</param>
    /// <param name="when">Says whose amounts are added.</param>
    /// <param name="atLeast">The least total, in major units of the currency; more than 0, with at most four decimals.</param>
    /// <param name="currency">The currency; <see langword="null"/> for amounts that name none. Amounts in others do not count.</param>
    /// <param name="name">What the rule is called in explanations; <see langword="null"/> if it is called by what it says.</param>
    public StageRulesBuilder EnterOnTotal(string stage, Action<EventPatternBuilder> when, decimal atLeast, string? currency = null, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(when);
        return Add(new TotalValueRule { Stage = stage, When = EventPatternBuilder.Make(when), AtLeast = atLeast, Currency = currency, Name = name });
    }

    /// <summary>Events in an order put the customer into a stage: <c>EnterAfterSequence("Activated", steps => steps.Then("trial_started").Then("colleague_invited").Without("cancelled"))</c>.</summary>
    /// <param name="stage">The stage, by its id or its name.</param>
    /// <param name="steps">Says which events follow each other, 2 to 16 of them, and which must not lie between.</param>
    /// <param name="within">How long the first step may lie before the last, inclusive; <see langword="null"/> for any time. Positive.</param>
    /// <param name="name">What the rule is called in explanations; <see langword="null"/> if it is called by what it says.</param>
    public StageRulesBuilder EnterAfterSequence(string stage, Action<EventSequenceBuilder> steps, TimeSpan? within = null, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(steps);
        (IReadOnlyList<EventPattern> inOrder, IReadOnlyList<EventPattern> without) = EventSequenceBuilder.Make(steps);
        return Add(new SequenceRule { Stage = stage, Steps = inOrder, Without = without, Within = within, Name = name });
    }

    /// <summary>The absence of an event puts the customer into a stage: <c>EnterAfterSilence("Lapsed", withoutEvent: "order_paid", silence: TimeSpan.FromDays(90))</c>. Customers who never had one are not silent.</summary>
    /// <param name="stage">The stage, by its id or its name.</param>
    /// <param name="withoutEvent">The name of the event whose absence is meant.</param>
    /// <param name="silence">How long it must be absent; positive.</param>
    /// <param name="name">What the rule is called in explanations; <see langword="null"/> if it is called by what it says.</param>
    public StageRulesBuilder EnterAfterSilence(string stage, string withoutEvent, TimeSpan silence, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(withoutEvent);
        return Add(new SilenceRule { Stage = stage, Of = EventPatternBuilder.Named(withoutEvent), Silence = silence, Name = name });
    }

    /// <summary>The absence of events that are more than a name puts the customer into a stage: <c>EnterAfterSilence("Lapsed", without => without.AnyEvent().On("app"), TimeSpan.FromDays(30))</c>.</summary>
    /// <param name="stage">The stage, by its id or its name.</param>
    /// <param name="without">Says which events' absence is meant.</param>
    /// <param name="silence">How long they must be absent; positive.</param>
    /// <param name="name">What the rule is called in explanations; <see langword="null"/> if it is called by what it says.</param>
    public StageRulesBuilder EnterAfterSilence(string stage, Action<EventPatternBuilder> without, TimeSpan silence, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(without);
        return Add(new SilenceRule { Stage = stage, Of = EventPatternBuilder.Make(without), Silence = silence, Name = name });
    }

    /// <summary>
    /// Stages that another system states go before all rules: <c>EnterFromHistory("stage:", ("marketingqualifiedlead", "Interest"), ("customer", "Purchase"))</c> reads the event <c>stage:customer</c> as the stage "Purchase".
    /// Said again, it replaces what was said before.
    /// </summary>
    /// <param name="prefix">What the names of such events begin with.</param>
    /// <param name="stages">What follows the prefix, and the stage that it stands for, by its id or its name. What is not listed stands for the stage that has it as its id or its name.</param>
    public StageRulesBuilder EnterFromHistory(string prefix = "stage:", params ReadOnlySpan<(string Stated, string Stage)> stages)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        List<StatedStage> stated = new(stages.Length);
        foreach ((string words, string stage) in stages) stated.Add(new StatedStage { Stated = words, Stage = stage });
        _settings = _settings with { History = new StageHistory { Prefix = prefix, Stages = stated } };
        return this;
    }

    /// <summary>Adds a rule that was made before.</summary>
    /// <param name="rule">The rule; it comes after those that are there.</param>
    public StageRulesBuilder Add(StageRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        _rules.Add(rule);
        return this;
    }

    /// <summary>Says which of the stages is the current one; the latest one unless said.</summary>
    public StageRulesBuilder Current(CurrentStageRule rule)
    {
        _settings = _settings with { Current = rule };
        return this;
    }

    /// <summary>Says after how long evidence has half of its weight, for recency-weighted stages; 30 days unless said.</summary>
    /// <param name="halfLife">The half-life; positive.</param>
    public StageRulesBuilder HalfLife(TimeSpan halfLife)
    {
        _settings = _settings with { HalfLife = halfLife };
        return this;
    }

    /// <summary>Says after how long without any event a customer is dormant; never unless said.</summary>
    /// <param name="silence">The time without events; positive.</param>
    public StageRulesBuilder DormantAfter(TimeSpan silence)
    {
        _settings = _settings with { DormantAfter = silence };
        return this;
    }

    /// <summary>The definition as it was said, not checked yet.</summary>
    internal static StageRules Make(Action<StageRulesBuilder> configure)
    {
        StageRulesBuilder builder = new();
        configure(builder);
        return builder._settings with { Rules = [.. builder._rules] };
    }
}
