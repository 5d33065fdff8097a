using CustomerJourney.Building.Documents;
using CustomerJourney.StageModels;

namespace CustomerJourney.Building;

/// <summary>
/// Fills a map, inside the lambda of <see cref="Journey.Create"/> or <see cref="Journey.With"/>. Methods may be called in any order: names are resolved when the map is built.
/// What is said again replaces what was said before; lists grow, but the first word on a list in an edit replaces what the map said.
/// Nothing that a user can pass throws here, except a missing delegate; all problems come together in one <see cref="JourneyDefinitionException"/> at the end.
/// </summary>
public sealed partial class JourneyBuilder
{
    private readonly JourneyDraft _journey;

    internal JourneyBuilder(JourneyDraft journey) => _journey = journey;

    /// <summary>Gives the map an id: lower-case letters, digits and single hyphens, at most 64 characters. Without one it is made from the name once.</summary>
    public JourneyBuilder Id(string id)
    {
        _journey.Identify(id, _journey.Problems);
        return this;
    }

    /// <summary>Gives the map another name; the id stays.</summary>
    public JourneyBuilder Renamed(LocalizedText name)
    {
        _journey.Rename(name);
        return this;
    }

    /// <summary>The language of the map's plain texts, a BCP 47 tag; <c>en</c> without a word. Of texts in several languages, names are those in this one.</summary>
    public JourneyBuilder Language(string tag)
    {
        _journey.Language = tag ?? "";
        return this;
    }

    /// <summary>What the map shows.</summary>
    public JourneyBuilder Description(LocalizedText description)
    {
        _journey.About = description;
        return this;
    }

    /// <summary>What the journey is about; <see cref="JourneyType.Custom"/> without a word.</summary>
    public JourneyBuilder Type(JourneyType type)
    {
        _journey.Type = type;
        return this;
    }

    /// <summary>The map shows the journey as it is; so does a map of which nothing is said.</summary>
    public JourneyBuilder Current()
    {
        _journey.State = JourneyState.Current;
        return this;
    }

    /// <summary>The map shows the journey as it should be.</summary>
    public JourneyBuilder Ideal()
    {
        _journey.State = JourneyState.Ideal;
        return this;
    }

    /// <summary>The id of the map that shows the same journey in the other state.</summary>
    public JourneyBuilder CounterpartOf(string journeyId)
    {
        _journey.CounterpartId = journeyId ?? "";
        return this;
    }

    /// <summary>The id of the map of which this one shows a part.</summary>
    public JourneyBuilder PartOf(string journeyId)
    {
        _journey.ParentId = journeyId ?? "";
        return this;
    }

    /// <summary>What the map rests on.</summary>
    public JourneyBuilder Basis(ResearchBasis basis)
    {
        _journey.Basis = basis;
        return this;
    }

    /// <summary>Where the map is in its life; <see cref="JourneyStatus.Draft"/> without a word.</summary>
    public JourneyBuilder Status(JourneyStatus status)
    {
        (_journey.Status, _journey.HasStatus) = (status, true);
        return this;
    }

    /// <summary>The version, 1 or more. Without a word it is 1; an edited copy of a published map is the next one.</summary>
    public JourneyBuilder Version(int version)
    {
        (_journey.Version, _journey.HasVersion) = (version, true);
        return this;
    }

    /// <summary>When the map was made, and when it was last changed, which must not be before.</summary>
    public JourneyBuilder Dated(DateOnly created, DateOnly? updated = null)
    {
        _journey.Dates = _journey.Dates with { Created = created, Updated = updated ?? _journey.Dates.Updated };
        return this;
    }

    /// <summary>When the map was last changed.</summary>
    public JourneyBuilder Updated(DateOnly on)
    {
        _journey.Dates = _journey.Dates with { Updated = on };
        return this;
    }

    /// <summary>When the map was last found to be right, and after how many days it should be looked at again.</summary>
    public JourneyBuilder Reviewed(DateOnly on, int? everyDays = null)
    {
        _journey.Dates = _journey.Dates with { Reviewed = on, ReviewEveryDays = everyDays ?? _journey.Dates.ReviewEveryDays };
        return this;
    }

    /// <summary>Who looks after the map: a person or role, a department by name or id, or both.</summary>
    public JourneyBuilder Owner(string? name = null, string? department = null)
    {
        (_journey.OwnerName, _journey.OwnerDepartment) = (name, department is null ? null : new Reference(department, ById: false));
        return this;
    }

    /// <summary>Where the journey begins and ends, in what situation, and what the company maps it for; what is left out stays as it is.</summary>
    public JourneyBuilder Scope(LocalizedText? trigger = null, LocalizedText? endState = null, LocalizedText? scenario = null, LocalizedText? businessGoal = null)
    {
        JourneyScope before = _journey.Scope;
        _journey.Scope = before with
        {
            Trigger = trigger ?? before.Trigger,
            EndState = endState ?? before.EndState,
            Scenario = scenario ?? before.Scenario,
            BusinessGoal = businessGoal ?? before.BusinessGoal,
        };
        return this;
    }

    /// <summary>What customers expect from the whole journey; replaces what was said before.</summary>
    public JourneyBuilder Expectations(params ReadOnlySpan<LocalizedText> expectations)
    {
        _journey.Scope = _journey.Scope with { Expectations = [.. expectations] };
        return this;
    }

    /// <summary>The id of the stage model that the map is cut by: a published one, or one that nobody here knows, whose id is kept. Stages that state no phases take those of the model's stage of their id.</summary>
    public JourneyBuilder StageModel(string id)
    {
        if (_journey.StageModel is null || _journey.StageModelId != id) _journey.StageModel = StageModelCatalog.Default.Find(id ?? "");
        _journey.StageModelId = id ?? "";
        return this;
    }

    /// <summary>The stage model that the map is cut by, published or one's own. Stages that state no phases take those of the model's stage of their id.</summary>
    public JourneyBuilder StageModel(StageModel model)
    {
        _journey.StageModel = model;
        _journey.StageModelId = model?.Id ?? "";
        return this;
    }

    /// <summary>Which personas the map follows, by name or id, if not all.</summary>
    public JourneyBuilder Follows(params ReadOnlySpan<string> personas)
    {
        (_journey.Followed ??= new DraftList<Reference>()).Name(personas);
        _journey.HasFollowed = true;
        return this;
    }

    /// <summary>Names the customer attribute in the log whose value is a persona's id or name. It is asked first; where it says nothing, the rules of <see cref="PersonaBuilder.ObservedAs"/> are asked.</summary>
    public JourneyBuilder PersonasFrom(string attribute)
    {
        _journey.PersonaAttribute = attribute ?? "";
        _journey.Carried.Drop(DocumentSchema.PersonaAttribute);
        return this;
    }
}
