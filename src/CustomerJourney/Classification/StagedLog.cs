using CustomerJourney.Events;

namespace CustomerJourney.Classification;

/// <summary>The facts read through the map: a log whose events have stages and whose customers have visits. Made by <see cref="StageClassifier.Classify"/>.</summary>
/// <remarks>Cutting it keeps the stages that events were given over the whole log.</remarks>
public sealed partial class StagedLog : JourneyLog
{
    internal StagedLog(Journey journey, LogSchema schema, LogColumns columns, string[] customers, DataQualityReport quality)
        : this(journey, schema, columns, new Lazy<string[]>(customers), quality)
    {
    }

    private StagedLog(Journey journey, LogSchema schema, LogColumns columns, Lazy<string[]> customers, DataQualityReport quality)
        : base(schema, columns, customers, quality) => Journey = journey;

    /// <summary>The map.</summary>
    public Journey Journey { get; }

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

    private CustomerStage StageOf(int customer)
    {
        List<StageVisit> visits = VisitReader.Read(TraceOf(customer), Journey.Stages);
        return new CustomerStage
        {
            Customer = CustomerIds[customer],
            Persona = Columns.Personas![customer] is >= 0 and int persona ? Journey.Personas[persona] : null,
            Current = visits.Count == 0 ? null : visits[^1].Stage,
            Latest = visits.Count == 0 ? null : visits[^1].Stage,
            RecencyWeighted = null,
            DormantSince = null,
            Stages = [],
            Furthest = visits.MaxBy(visit => visit.Stage.Position)?.Stage,
            Visits = visits.AsReadOnly(),
        };
    }
}
