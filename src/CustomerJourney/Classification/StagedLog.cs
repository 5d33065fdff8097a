using CustomerJourney.Classification.Explaining;
using CustomerJourney.Classification.Machine;
using CustomerJourney.Classification.Rules;
using CustomerJourney.Events;

namespace CustomerJourney.Classification;

/// <summary>The facts read through the map: a log whose events have stages and whose customers have visits. Made by <see cref="StageClassifier.Classify(JourneyLog)"/>.</summary>
/// <remarks>
/// Cutting it keeps the stages that events were given over the whole log. Silence and dormancy go with the event that they follow: a cut that drops a customer's latest events, by their name or as repeats, drops the silence after
/// them, too. Cut before classifying where silence is to be counted among the events that are left.
/// </remarks>
public sealed partial class StagedLog : JourneyLog
{
    private readonly Lazy<StageExplainer> _explainer;

    internal StagedLog(Journey journey, StageRules rules, LogSchema schema, LogColumns columns, Lazy<string[]> customers, DataQualityReport quality)
        : base(schema, columns, customers, quality)
    {
        Journey = journey;
        Rules = rules;
        Visits = new TraceVisits(journey.Stages.Count, rules);
        Earlier = EarlierStages.Of(columns);
        _explainer = new(() => new StageExplainer(journey, rules, StageMachine.Compile(journey, rules)));
    }

    /// <summary>The map.</summary>
    public Journey Journey { get; }

    /// <summary>What gives a log the stages of a learned model; null where map and rules do.</summary>
    internal Func<JourneyLog, StagedLog>? Reclassify { get; init; }

    /// <summary>The rules of the classifier; <see cref="StageRules.None"/> if the evidence of touchpoints alone was asked.</summary>
    public StageRules Rules { get; }

    private TraceVisits Visits { get; }

    private EarlierStages Earlier { get; }

    /// <summary>Where each customer is and was, in ordinal order of their ids; made as they are asked for.</summary>
    public IEnumerable<CustomerStage> Customers => Enumerable.Range(0, CustomerCount).Select(StageOf);

    /// <summary>The number of events in the classified log that the map does not know; see <see cref="DataQualityReport.UnknownEventNames"/> for their names.</summary>
    public long UnknownEventCount => Quality.UnknownEvents ?? 0;

    /// <summary>Where one customer is and was.</summary>
    /// <param name="customer">The id of the customer, compared ordinally.</param>
    /// <exception cref="KeyNotFoundException">The log has no such customer.</exception>
    public CustomerStage this[string customer] => IndexOf(customer) is >= 0 and int index
        ? StageOf(index)
        : throw new KeyNotFoundException($"The log has no customer '{customer}'.");

    /// <summary>Why a customer is in the current stage, and what is missing for later ones, as of <see cref="LogSchema.ObservedUntil"/>.</summary>
    /// <param name="customer">The id of the customer, compared ordinally.</param>
    /// <remarks>Reads all events of the customer again for every rule: made to be read by a person, not to be asked of millions.</remarks>
    /// <exception cref="KeyNotFoundException">The log has no such customer.</exception>
    /// <exception cref="InvalidOperationException">The log is a cut that keeps stages whose evidence was cut away; explain the customer in the whole log, or classify the cut by itself. Or its stages were learned: the model explains them.</exception>
    public StageExplanation Explain(string customer)
    {
        if (Reclassify is not null) throw new InvalidOperationException("The stages of this log are those of a learned model, not of map and rules: ask it, model.Decode(log, customer).");
        return IndexOf(customer) is >= 0 and int index
            ? _explainer.Value.Explain(this, index)
            : throw new KeyNotFoundException($"The log has no customer '{customer}'.");
    }

    private CustomerStage StageOf(int customer)
    {
        CustomerTrace trace = TraceOf(customer);
        long[] memory = new long[Visits.Memory.SizeFor(TraceVisits.Most(trace))];
        Visits.Fold(trace, Earlier, memory);
        Persona? persona = Columns.Personas![customer] is >= 0 and int place ? Journey.Personas[place] : null;
        return Visits.Memory.ToCustomerStage(memory, CustomerIds[customer], persona, Journey, Rules);
    }
}
