using System.Globalization;
using System.Text;
using CustomerJourney.Events;

namespace CustomerJourney.Metrics.Trends;

/// <summary>A question about a period, asked for each of several periods in one pass, and judged.</summary>
internal sealed record PeriodTrend<TResult>(CalendarUnit? Unit, ReportingCalendar? Calendar, IReadOnlyList<TrendPeriod> Periods, IReadOnlyList<Analysis<TResult>> Definitions, TrendOptions Options) : Analysis<Trend<TResult>>
    where TResult : IComparableResult
{
    public override bool IncludesCustomersWithoutEvents => Definitions.Any(definition => definition.IncludesCustomersWithoutEvents);

    internal override bool CountsCustomersOnce => false;

    public override Accumulator<Trend<TResult>> CreateAccumulator(LogSchema schema) => new Parts(this, schema);

    public bool Equals(PeriodTrend<TResult>? other) =>
        other is not null && Unit == other.Unit && Calendar == other.Calendar && Options == other.Options && Periods.SequenceEqual(other.Periods) && Definitions.SequenceEqual(other.Definitions);

    public override int GetHashCode() => HashCode.Combine(Unit, Options, Periods.Count, Definitions.Count == 0 ? null : Definitions[0]);

    // The definition in words, by which parts of an answer are recognized: with all periods.
    protected override bool PrintMembers(StringBuilder text)
    {
        text.Append(CultureInfo.InvariantCulture, $"Unit = {Unit}, Options = {Options}");
        foreach ((TrendPeriod period, Analysis<TResult> definition) in Periods.Zip(Definitions)) text.Append(CultureInfo.InvariantCulture, $", {period.Name} = {period.Range}: {definition}");
        return true;
    }

    private sealed class Parts(PeriodTrend<TResult> definition, LogSchema schema) : Accumulator<Trend<TResult>>
    {
        private readonly Accumulator<TResult>[] _periods = [.. definition.Definitions.Select(period => period.CreateAccumulator(schema))];

        // A definition that does not ask for customers without events must not meet them because another does.
        private readonly bool[] _withoutEvents = [.. definition.Definitions.Select(period => period.IncludesCustomersWithoutEvents)];
        private ObservedSpan _observed = ObservedSpan.Of(schema);

        public override void Add(in CustomerTrace trace)
        {
            for (int i = 0; i < _periods.Length; i++)
            {
                if (trace.Length > 0 || _withoutEvents[i]) _periods[i].Add(trace);
            }
        }

        public override void Merge(Accumulator<Trend<TResult>> other)
        {
            Parts part = (Parts)other;
            for (int i = 0; i < _periods.Length; i++) _periods[i].Merge(part._periods[i]);
            _observed = _observed.With(part._observed);
        }

        public override Trend<TResult> ToResult()
        {
            TResult[] results = [.. _periods.Select(period => period.ToResult())];
            TrendSeries series = new(null, definition.Unit, definition.Periods, [.. results.Select(result => Measured.Of(result, definition.Options.Figure))], _observed.Until, definition.Definitions.All(period => period.CountsCustomersOnce), definition.Options) { Calendar = definition.Calendar, FirstEvent = _observed.First };
            return new Trend<TResult>(series, definition.Unit, results, definition.Options);
        }

        public override void Save(BinaryWriter state)
        {
            _observed.Save(state);
            foreach (Accumulator<TResult> period in _periods) period.Save(state);
        }

        public override void Load(BinaryReader state)
        {
            _observed = _observed.With(ObservedSpan.Load(state));
            foreach (Accumulator<TResult> period in _periods) period.Load(state);
        }
    }
}
