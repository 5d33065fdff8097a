using CustomerJourney.Building;
using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Metrics.Targets;
using CustomerJourney.Metrics.Trends;
using CustomerJourney.Statistics;

namespace CustomerJourney;

/// <summary>Verbs: note what was measured on the map, and ask what has reached its target.</summary>
public static class JourneyTargetExtensions
{
    /// <summary>A map on which the value of a result is noted, in the metric's unit (<see cref="MapUnits"/>), with sample size and source.</summary>
    /// <param name="journey">The map; it stays as it is.</param>
    /// <param name="metric">The metric, by name or id.</param>
    /// <param name="result">The result.</param>
    /// <param name="at">The day that the value is of.</param>
    /// <param name="persona">Of which persona it is, by name or id; <see langword="null"/> for all customers.</param>
    /// <param name="source">Where it comes from; <see langword="null"/> takes the result in a line, with its interval.</param>
    /// <exception cref="ArgumentException">There is no such metric or persona, the result has no value, or it does not fit the metric's kind, unit or currency.</exception>
    /// <exception cref="JourneyDefinitionException">The metric has a value of that day already.</exception>
    /// <remarks>A published map is not edited: what is noted on it makes its next version.</remarks>
    public static Journey WithObservation(this Journey journey, string metric, MetricResult result, DateOnly at, string? persona = null, string? source = null)
    {
        ArgumentNullException.ThrowIfNull(journey);
        ArgumentNullException.ThrowIfNull(metric);
        ArgumentNullException.ThrowIfNull(result);
        Metric found = TargetVerbs.Require(journey, metric);
        if (MapUnits.ValueOf(result, found) is null)
            throw new ArgumentException($"{result.Title} has no value that could be noted at metric {Phrase.Quote(found.Name)}: {result.WhyNoValue}", nameof(result));
        Persona? of = persona is null ? null
            : journey.FindPersona(persona) ?? throw new ArgumentException($"There is no persona {Phrase.Quote(persona)} on the map {Phrase.Quote(journey.Name)}; {Phrase.Known("personas", journey.Personas.Select(known => known.Name))}.", nameof(persona));
        return TargetVerbs.Observe(journey, found, [(at, result, of)], source);
    }

    /// <summary>A map on which the total of a breakdown by persona is noted for all customers, and each persona's value for itself. Personas without a value are left out.</summary>
    /// <typeparam name="TResult">The type of the results.</typeparam>
    /// <param name="journey">The map; it stays as it is.</param>
    /// <param name="metric">The metric, by name or id.</param>
    /// <param name="byPersona">A metric by <see cref="Dimension.Persona"/>.</param>
    /// <param name="at">The day that the values are of.</param>
    /// <param name="source">Where they come from; <see langword="null"/> takes each result in a line, with its interval.</param>
    /// <exception cref="ArgumentException">There is no such metric, the breakdown is not by persona of this map, or its results do not fit the metric's kind, unit or currency.</exception>
    /// <exception cref="JourneyDefinitionException">The metric has a value of that day already.</exception>
    public static Journey WithObservations<TResult>(this Journey journey, string metric, Breakdown<TResult> byPersona, DateOnly at, string? source = null)
        where TResult : MetricResult
    {
        ArgumentNullException.ThrowIfNull(journey);
        ArgumentNullException.ThrowIfNull(metric);
        ArgumentNullException.ThrowIfNull(byPersona);
        Metric found = TargetVerbs.Require(journey, metric);
        if (byPersona is not { Rows: PersonaDimension, Columns: null })
            throw new ArgumentException($"'{byPersona.Title}' is not by persona alone: ask with .By({nameof(Dimension)}.{nameof(Dimension.Persona)}).", nameof(byPersona));
        List<(DateOnly, MetricResult, Persona?)> results = [(at, byPersona.Total, null)];
        foreach (BreakdownRow<TResult> row in byPersona.Where(row => !row.IsNone))
        {
            Persona persona = journey.Personas.FirstOrDefault(known => journey.PersonaNames.Label(known) == row.Group)
                ?? throw new ArgumentException($"The map {Phrase.Quote(journey.Name)} has no persona {Phrase.Quote(row.Group)}: the log was read through another map.", nameof(byPersona));
            results.Add((at, row.Result, persona));
        }

        return TargetVerbs.Observe(journey, found, results, source);
    }

    /// <summary>A map on which a trend is noted: the value of each finished period, at its last day. Periods without a value are left out.</summary>
    /// <typeparam name="TResult">The type of the results.</typeparam>
    /// <param name="journey">The map; it stays as it is.</param>
    /// <param name="metric">The metric, by name or id.</param>
    /// <param name="trend">The trend.</param>
    /// <param name="source">Where the values come from; <see langword="null"/> takes each result in a line, with its interval.</param>
    /// <exception cref="ArgumentException">There is no such metric, or the results do not fit its kind, unit or currency.</exception>
    /// <exception cref="JourneyDefinitionException">The metric has a value of one of the days already, or periods are shorter than days.</exception>
    public static Journey WithObservations<TResult>(this Journey journey, string metric, Trend<TResult> trend, string? source = null)
        where TResult : MetricResult
    {
        ArgumentNullException.ThrowIfNull(journey);
        ArgumentNullException.ThrowIfNull(metric);
        ArgumentNullException.ThrowIfNull(trend);
        Metric found = TargetVerbs.Require(journey, metric);
        return TargetVerbs.Observe(
            journey, found, [.. trend.Points.Where(point => point.State != TrendPointState.Open).Select(point => (LastDayOf(trend, point), (MetricResult)point.Result, (Persona?)null))], source);
    }

    /// <summary>Asks what has reached its target, by the latest observation of each metric.</summary>
    /// <param name="journey">The map.</param>
    /// <param name="asOf">The last day whose observations count; <see langword="null"/> for all.</param>
    /// <param name="level">The confidence level of intervals that go by the sample size, between 0 and 1.</param>
    /// <param name="results">
    /// The results that are the latest observations of all customers, by the name or id of their metric, where they are at hand: their own intervals are then used, which the map does not keep.
    /// </param>
    /// <exception cref="ArgumentException">A result is of no metric of the map, does not fit it, or is not its latest observation.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is outside its range.</exception>
    public static TargetStatus TargetStatus(this Journey journey, DateOnly? asOf = null, double level = 0.95, IReadOnlyDictionary<string, MetricResult>? results = null)
    {
        ArgumentNullException.ThrowIfNull(journey);
        ConfidenceLevel.Checked(level, nameof(level));
        Dictionary<Metric, MetricResult> known = (results ?? new Dictionary<string, MetricResult>()).ToDictionary(result => TargetVerbs.Require(journey, result.Key), result => result.Value);
        MetricStatus[] metrics =
        [
            .. from metric in journey.Metrics
               let personas = journey.Personas.Where(persona => metric.Observations.Any(observation => observation.Persona == persona && !(observation.At > asOf)))
               from persona in ((Persona?[])[null, .. personas])
               select TargetVerbs.StatusOf(metric, persona, asOf, level, persona is null ? known.GetValueOrDefault(metric) : null),
        ];
        return new TargetStatus(journey, asOf, level, metrics);
    }

    // Where midnight does not exist the next day begins later, in another offset, so a tick before that is no time of the day before on the same clock.
    private static DateOnly LastDayOf<TResult>(Trend<TResult> trend, TrendPoint<TResult> point)
        where TResult : MetricResult => trend.Unit switch
        {
            null => DateOnly.FromDateTime(point.Range.End.AddTicks(-1).DateTime),
            CalendarUnit.Day => trend.Series.Periods.First(period => period.Name == point.Period).First,
            _ => DateOnly.FromDateTime(point.Range.End.DateTime).AddDays(-1),
        };
}
