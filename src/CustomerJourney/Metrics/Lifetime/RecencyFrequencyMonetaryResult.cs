using System.Globalization;
using System.Text.Json;
using CustomerJourney.Events;
using CustomerJourney.Statistics.Lifetime;

namespace CustomerJourney.Metrics.Lifetime;

/// <summary>All customers who bought with their scores, and the segments that these make. Immutable.</summary>
public sealed class RecencyFrequencyMonetaryResult : IJourneyResult
{
    internal RecencyFrequencyMonetaryResult(RecencyFrequencyMonetarySegments definition, PurchaseCustomerTable table, int end)
    {
        Definition = definition;
        AsOf = DateOnly.FromDayNumber(end);
        (Refunds, OtherCurrency, WithoutAmount) = (table.Reader.Refunds, table.Reader.OtherCurrency, table.Reader.WithoutAmount);
        Currencies = Array.AsReadOnly<string>([.. table.Reader.Currencies]);
        (Customers, Segments, Warnings) = ([], [], []);
        if (Currencies.Count > 1) return;
        PurchaseCustomer[] customers = table.ToSorted();
        RecencyFrequencyMonetary[] figures = [.. customers.Select(one => RecencyFrequencyMonetary.Create(end - one.Transactions.LastDay, one.Purchases, MoneyUnits.ToDouble(one.Transactions.TotalUnits)))];
        if (RecencyFrequencyMonetaryScores.Of(figures, definition.Bins) is not { } scores) return;
        Scores = scores;
        bool named = definition.Bins == RecencyFrequencySegmentNames.Bins;
        RecencyFrequencyMonetaryCustomer[] scored = new RecencyFrequencyMonetaryCustomer[customers.Length];
        for (int index = 0; index < scored.Length; index++)
        {
            RecencyFrequencyMonetaryCustomer one = new() { Customer = customers[index].Id, Figures = figures[index], Score = scores.Scores[index], Segment = "" };
            scored[index] = one with { Segment = named ? RecencyFrequencySegmentNames.Of(one.Score) : one.Code };
        }

        Customers = Array.AsReadOnly(scored);
        Segments = Array.AsReadOnly<RecencyFrequencyMonetarySegment>([.. SegmentsOf(customers, scored, end, named)]);
        Warnings = Array.AsReadOnly<MetricWarning>(
        [
            .. scores.Warnings.Select(warning => new MetricWarning { Kind = MetricWarningKind.Method, Message = warning }),
            .. WithoutAmount == 0 ? (MetricWarning[])[] : [MetricWarnings.Warning(MetricWarningKind.ManyInvalid, $"{WithoutAmount} purchases have no amount and count as 0 in M.")],
        ]);
    }

    /// <summary>The question that is answered here.</summary>
    public RecencyFrequencyMonetarySegments Definition { get; }

    /// <summary>The day to which recency is counted.</summary>
    public DateOnly AsOf { get; }

    /// <summary>The customers who bought, in ordinal order of their ids. Empty where <see cref="WhyNoScores"/> says so.</summary>
    public IReadOnlyList<RecencyFrequencyMonetaryCustomer> Customers { get; }

    /// <summary>With five bins all named segments from best to worst, empty ones too; otherwise the codes that somebody has, best first.</summary>
    public IReadOnlyList<RecencyFrequencyMonetarySegment> Segments { get; }

    /// <summary>Where figures are cut into scores; <see langword="null"/> without scores.</summary>
    public RecencyFrequencyMonetaryScores? Scores { get; }

    /// <summary>Purchases left out because their amount is negative.</summary>
    public long Refunds { get; }

    /// <summary>Purchases left out because they are in another currency than the one asked for.</summary>
    public long OtherCurrency { get; }

    /// <summary>Purchases without an amount, which add 0 to M.</summary>
    public long WithoutAmount { get; }

    /// <summary>The currencies of the amounts, in ordinal order; empty text for amounts that name none.</summary>
    public IReadOnlyList<string> Currencies { get; }

    /// <summary>Which scores nobody has, and what was counted as 0. Empty when all is well.</summary>
    public IReadOnlyList<MetricWarning> Warnings { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Remarks => WhyNoScores is { } reason ? [reason.Message, .. MetricWarnings.Sentences(Warnings)] : MetricWarnings.Sentences(Warnings);

    /// <summary>Why there are no scores; <see langword="null"/> where there are some.</summary>
    public NoValue? WhyNoScores => Scores is not null ? null
        : PurchaseCurrencies.Mixed(Currencies, "RFM") ?? new NoValue { Reason = NoValueReason.NoData, Message = "Nobody bought anything." };

    /// <inheritdoc/>
    public string Title => "RFM segments";

    /// <summary>In a line: how many customers are in each segment, or why there are no scores.</summary>
    public override string ToString() => WhyNoScores is { } reason
        ? $"{Title}: no value. {reason}"
        : $"{Title}: {string.Join(", ", Segments.Select(segment => string.Create(CultureInfo.InvariantCulture, $"{segment.Name} {segment.Customers:#,0}")))}";

    /// <summary>A row for each segment.</summary>
    public ResultTable ToTable() => new()
    {
        Columns =
        [
            new ResultColumn { Name = "Segment", Kind = ResultColumnKind.Text },
            new ResultColumn { Name = "Customers", Kind = ResultColumnKind.Count },
            new ResultColumn { Name = "Share", Kind = ResultColumnKind.Share },
            new ResultColumn { Name = "Mean days since last purchase", Kind = ResultColumnKind.Number },
            new ResultColumn { Name = "Mean purchases", Kind = ResultColumnKind.Number },
            new ResultColumn { Name = "Value", Kind = ResultColumnKind.Number },
        ],
        BaseColumn = "Customers",
        Rows = [.. Segments.Select(segment => (IReadOnlyList<object?>)[segment.Name, segment.Customers, segment.Share, segment.MeanRecency, segment.MeanFrequency, (double)segment.Monetary])],
        Chart = new ResultChart { LabelColumns = ["Segment"], ValueColumn = "Share" },
    };

    /// <summary>A row for each customer; his id is a text column.</summary>
    public ResultTable ToCustomerTable() => new()
    {
        Columns =
        [
            new ResultColumn { Name = "Customer", Kind = ResultColumnKind.Text },
            new ResultColumn { Name = "Days since last purchase", Kind = ResultColumnKind.Number },
            new ResultColumn { Name = "Purchases", Kind = ResultColumnKind.Count },
            new ResultColumn { Name = "Value", Kind = ResultColumnKind.Number },
            new ResultColumn { Name = "Code", Kind = ResultColumnKind.Text },
            new ResultColumn { Name = "Segment", Kind = ResultColumnKind.Text },
        ],
        Rows = [.. Customers.Select(one => (IReadOnlyList<object?>)[one.Customer, one.Figures.Recency, one.Figures.Frequency, one.Figures.Monetary, one.Code, one.Segment])],
    };

    /// <summary>The segments as JSON with unrounded figures: <c>{ "type", "title", "definition", "segments", "noValue", "warnings" }</c>. Customers are not in it.</summary>
    public string ToJson() => JsonText.Write(json =>
    {
        json.WriteString("type", nameof(RecencyFrequencyMonetarySegments));
        json.WriteString("title", Title);
        json.WriteStartObject("definition");
        foreach (MetricTerm term in ((IDefinedByTerms)Definition).Terms) json.WriteString(term.Name, JsonText.Valid(term.Value));
        json.WriteEndObject();
        json.WriteStartArray("segments");
        foreach (RecencyFrequencyMonetarySegment segment in Segments) WriteSegment(json, segment);
        json.WriteEndArray();
        if (WhyNoScores is { } reason) json.WriteString("noValue", JsonText.Valid(reason.Message));
        MetricJson.WriteWarnings(json, Warnings);
    });

    private static void WriteSegment(Utf8JsonWriter json, RecencyFrequencyMonetarySegment segment)
    {
        json.WriteStartObject();
        json.WriteString("name", segment.Name);
        json.WriteNumber("customers", segment.Customers);
        json.WriteNumber("share", segment.Share);
        MetricJson.WriteFigure(json, "meanRecency", segment.MeanRecency);
        MetricJson.WriteFigure(json, "meanFrequency", segment.MeanFrequency);
        json.WriteNumber("monetary", segment.Monetary);
        json.WriteEndObject();
    }

    private static IEnumerable<RecencyFrequencyMonetarySegment> SegmentsOf(PurchaseCustomer[] customers, RecencyFrequencyMonetaryCustomer[] scored, int end, bool named)
    {
        Dictionary<string, (long Customers, long Days, long Purchases, Int128 Units)> sums = [];
        for (int index = 0; index < scored.Length; index++)
        {
            (long count, long days, long purchases, Int128 units) = sums.GetValueOrDefault(scored[index].Segment);
            sums[scored[index].Segment] = (count + 1, days + end - customers[index].Transactions.LastDay, purchases + customers[index].Purchases, units + customers[index].Transactions.TotalUnits);
        }

        foreach (string name in named ? RecencyFrequencySegmentNames.All : [.. sums.Keys.OrderDescending(StringComparer.Ordinal)])
        {
            (long count, long days, long purchases, Int128 units) = sums.GetValueOrDefault(name);
            yield return new RecencyFrequencyMonetarySegment
            {
                Name = name,
                Customers = count,
                Share = (double)count / scored.Length,
                MeanRecency = count == 0 ? null : (double)days / count,
                MeanFrequency = count == 0 ? null : (double)purchases / count,
                Monetary = (decimal)units / MoneyUnits.PerOne,
            };
        }
    }
}
