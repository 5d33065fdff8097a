using CustomerJourney.Building;
using CustomerJourney.Events;

namespace CustomerJourney.Classification.Explaining;

/// <summary>Why a customer is in the current stage, as data and as text, and what is missing for later ones.</summary>
/// <remarks>
/// Whichever event is taken away of those that <see cref="Reasons"/> list for a stage: classified and explained again as of the same instant, <see cref="Stage"/> or <see cref="Score"/> is another. (Weights below some 10⁻¹⁶ of the
/// score vanish in a double.) Without the event of a silence that made the customer dormant, he is dormant since another instant, or not.
/// </remarks>
public sealed record StageExplanation : IJourneyResult
{
    /// <summary>The most items of <see cref="Missing"/>.</summary>
    public const int MostMissing = 10;

    /// <summary>Where the customer is and was.</summary>
    public required CustomerStage Customer { get; init; }

    /// <summary>The stage that is explained, <see cref="CustomerStage.Current"/>; <see langword="null"/> if nothing is evidence for any.</summary>
    public Stage? Stage => Customer.Current;

    /// <summary>By which rule it is the current one.</summary>
    public required CurrentStageRule Policy { get; init; }

    /// <summary>As of when: what weights are told for, and up to when silence counts, in UTC; <see langword="null"/> for a log without any event.</summary>
    public required DateTimeOffset? AsOf { get; init; }

    /// <summary>After how long evidence has half of its weight.</summary>
    public required TimeSpan HalfLife { get; init; }

    /// <summary>The sum of the weights of the listed events, each counted once, without that of the silence of a dormant customer; 0 if none is listed.</summary>
    public required double Score { get; init; }

    /// <summary>How much speaks for each stage of the map, in journey order.</summary>
    public required IReadOnlyList<StageSupport> Support { get; init => field = EquatableList.Of(value); }

    /// <summary>
    /// Why: what another system states, rules in their order, touchpoints in journey order, silences, dormancy last. By <see cref="CurrentStageRule.Latest"/> what speaks for the current stay, else all that speaks for the stage.
    /// Empty only without a stage and dormancy, or where a tracker has sealed all evidence.
    /// </summary>
    public required IReadOnlyList<StageReason> Reasons { get; init => field = EquatableList.Of(value); }

    /// <summary>What a tracker has sealed; <see langword="null"/> if nothing, and always for a log.</summary>
    public required SealedEvidence? Sealed { get; init; }

    /// <summary>
    /// What would put the customer into a later stage (for one in no stage: into any), the fewest missing events first, then the nearest stage; then what keeps him from becoming dormant. At most <see cref="MostMissing"/>.
    /// </summary>
    public required IReadOnlyList<MissingEvidence> Missing { get; init => field = EquatableList.Of(value); }

    /// <inheritdoc/>
    public string Title => "Why a customer is in the current stage";

    /// <inheritdoc/>
    public ResultTable ToTable() => ExplanationTable.Of(this);

    /// <summary>The explanation in plain English, in the invariant culture, times in UTC. Lines end with \n.</summary>
    public string ToText() => ExplanationText.Of(this);

    /// <summary>The explanation as JSON, fixed order of members. Lines end with \n.</summary>
    /// <remarks>Its table as JSON is <c>((IJourneyResult)explanation).ToJson()</c>.</remarks>
    public string ToJson() => ExplanationJson.Of(this);
}
