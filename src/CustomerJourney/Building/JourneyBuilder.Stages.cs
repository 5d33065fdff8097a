namespace CustomerJourney.Building;

/// <content>Stages, the ways between them, and opportunities.</content>
public sealed partial class JourneyBuilder
{
    /// <summary>Adds a stage after those that are there.</summary>
    public JourneyBuilder AddStage(LocalizedText name, Action<StageBuilder>? configure = null)
    {
        StageDraft stage = new(name);
        _journey.Stages.Add(stage);
        configure?.Invoke(new StageBuilder(stage, _journey));
        return this;
    }

    /// <summary>Changes a stage, found by name or id.</summary>
    public JourneyBuilder EditStage(string name, Action<StageBuilder> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (Find(name, _journey.Stages, "stage", "stages") is { } stage) change(new StageBuilder(stage, _journey));
        return this;
    }

    /// <summary>Moves a stage, found by name or id, to another place.</summary>
    /// <param name="name">The stage.</param>
    /// <param name="position">The new place, from 0; the last where it is greater than that.</param>
    public JourneyBuilder MoveStage(string name, int position)
    {
        if (Find(name, _journey.Stages, "stage", "stages") is { } stage)
        {
            _journey.Stages.Remove(stage);
            _journey.Stages.Insert(Math.Clamp(position, 0, _journey.Stages.Count), stage);
        }

        return this;
    }

    /// <summary>Removes a stage, found by name or id, with its touchpoints; what pointed to them points to them no more.</summary>
    public JourneyBuilder RemoveStage(string name)
    {
        if (Find(name, _journey.Stages, "stage", "stages") is { } stage)
        {
            ReferenceEraser.Forget(_journey, stage);
            _journey.Stages.Remove(stage);
        }

        return this;
    }

    /// <summary>Moves a touchpoint, found by name or id, to the end of a stage; it keeps its id.</summary>
    public JourneyBuilder MoveTouchpoint(string touchpoint, string toStage)
    {
        if (Find(touchpoint, [.. _journey.Touchpoints], "touchpoint", "touchpoints") is { } moved && Find(toStage, _journey.Stages, "stage", "stages") is { } stage)
        {
            foreach (StageDraft before in _journey.Stages) before.Touchpoints.Remove(moved);
            stage.Touchpoints.Add(moved);
        }

        return this;
    }

    /// <summary>Adds a way from one stage to another.</summary>
    /// <param name="from">The stage that customers leave, by name or id.</param>
    /// <param name="to">The stage that they enter, by name or id.</param>
    /// <param name="kind">How they go.</param>
    /// <param name="when">When they go this way; <see langword="null"/> when nobody said.</param>
    /// <param name="share">The share of the customers in <paramref name="from"/> that go this way, 0 to 1; <see langword="null"/> when unknown.</param>
    public JourneyBuilder AddTransition(string from, string to, TransitionKind kind = TransitionKind.Next, LocalizedText? when = null, double? share = null)
    {
        _journey.Transitions.Add(new TransitionDraft(new Reference(from, ById: false), new Reference(to, ById: false)) { Kind = kind, When = when, Share = share });
        return this;
    }

    /// <summary>Removes all ways from one stage to another, both by name or id.</summary>
    public JourneyBuilder RemoveTransition(string from, string to)
    {
        if (Find(from, _journey.Stages, "stage", "stages") is { } start && Find(to, _journey.Stages, "stage", "stages") is { } end)
            _journey.Transitions.RemoveAll(transition => transition.From.Find(_journey.Stages) == start && transition.To.Find(_journey.Stages) == end);
        return this;
    }

    /// <summary>Adds an idea for an improvement.</summary>
    public JourneyBuilder AddOpportunity(LocalizedText title, Action<OpportunityBuilder>? configure = null)
    {
        OpportunityDraft opportunity = new(title);
        _journey.Opportunities.Add(opportunity);
        configure?.Invoke(new OpportunityBuilder(opportunity, _journey.Problems));
        return this;
    }

    /// <summary>Changes an opportunity, found by title or id.</summary>
    public JourneyBuilder EditOpportunity(string title, Action<OpportunityBuilder> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (Find(title, _journey.Opportunities, "opportunity", "opportunities") is { } opportunity) change(new OpportunityBuilder(opportunity, _journey.Problems));
        return this;
    }

    /// <summary>Removes an opportunity, found by title or id.</summary>
    public JourneyBuilder RemoveOpportunity(string title)
    {
        if (Find(title, _journey.Opportunities, "opportunity", "opportunities") is { } opportunity) _journey.Opportunities.Remove(opportunity);
        return this;
    }

    /// <summary>Adds a way between two stages that are known by their ids alone.</summary>
    internal void AddTransition(Reference from, Reference to, TransitionKind kind) => _journey.Transitions.Add(new TransitionDraft(from, to) { Kind = kind });

    private TDraft? Find<TDraft>(string? name, IReadOnlyList<TDraft> among, string kind, string kinds) where TDraft : NamedDraft =>
        new Reference(name, ById: false).FindToChange(among, kind, kinds, _journey.Problems.Add);
}
