using System.Text;
using CustomerJourney.Building;
using CustomerJourney.Building.Documents;

namespace CustomerJourney.Classification.Rules;

/// <summary>How customers are put into stages, beyond the evidence that touchpoints name: an immutable definition, equal by value.</summary>
/// <remarks>
/// An event stands for the stage that <see cref="History"/> states; else for that of the first of the <see cref="Rules"/> that holds at it; else for that of the touchpoint whose evidence it is.
/// Silence acts between events.
/// </remarks>
public sealed record StageRules
{
    /// <summary>No rules: the evidence of touchpoints alone, the latest stage is the current one.</summary>
    public static StageRules None { get; } = new();

    /// <summary>The rules, the first one that holds decides; of several silences that are complete at the same time all act, in this order. At most 1,000; empty for none.</summary>
    public IReadOnlyList<StageRule> Rules { get; init => field = EquatableList.Of(value); } = EquatableList<StageRule>.Empty;

    /// <summary>Stages that another system states; <see langword="null"/> if none are read.</summary>
    public StageHistory? History { get; init; }

    /// <summary>Which of the stages is the current one.</summary>
    public CurrentStageRule Current { get; init; } = CurrentStageRule.Latest;

    /// <summary>After how long evidence has half of its weight, for recency-weighted stages; positive. 30 days by default.</summary>
    public TimeSpan HalfLife { get; init; } = TimeSpan.FromDays(30);

    /// <summary>After how long without any event a customer is dormant: his stay in a stage ends then, and the next evidence begins a new one. <see langword="null"/> if customers are never dormant. Positive.</summary>
    public TimeSpan? DormantAfter { get; init; }

    /// <summary>Fills a definition: <c>StageRules.Create(rules => rules.Enter("Support", whenEvent: "ticket_opened", times: 2))</c>.</summary>
    /// <param name="configure">Fills it.</param>
    /// <exception cref="JourneyDefinitionException">Values lie outside of what is allowed, or rules contradict each other; all faults are listed. Whether the map has the stages is asked when a classifier is made.</exception>
    public static StageRules Create(Action<StageRulesBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        StageRules rules = StageRulesBuilder.Make(configure);
        StageRulesCheck.Require(rules);
        return rules;
    }

    /// <summary>Reads a definition from its JSON document, as <see cref="ToJson"/> writes it.</summary>
    /// <param name="json">The document, format 1.0, at most 4 MB.</param>
    /// <remarks>
    /// What has a usual value may be left out; properties that the format does not know are faults. Durations are ISO 8601 (<c>P7D</c>, <c>PT1H30M</c>; a year is 365 days, a month 30).
    /// </remarks>
    /// <exception cref="JourneyDefinitionException">The document is no definition of stages: all its faults are listed, each with JSON path and line. Whether the map has the stages is asked when a classifier is made.</exception>
    public static StageRules Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return StageRulesReader.Read(json);
    }

    /// <summary>
    /// The definition as a JSON document of format 1.0: fixed order of properties, two spaces, line feeds, nulls and empty lists left out. Equal definitions give the same text, and reading it gives an equal definition.
    /// </summary>
    /// <exception cref="JourneyDefinitionException">The definition has faults, so that nobody could read it; or it is larger than 4 MB.</exception>
    public string ToJson()
    {
        StageRulesCheck.Require(this);
        byte[] utf8 = DocumentWriter.Write(StageRulesDocument.Write(this));
        if (utf8.Length > StageRulesReader.Limits.MaximumBytes) throw new JourneyDefinitionException("The document of stage rules", [DocumentParser.TooLarge(StageRulesReader.Limits)]);
        return Encoding.UTF8.GetString(utf8);
    }
}
