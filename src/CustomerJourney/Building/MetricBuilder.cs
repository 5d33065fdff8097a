namespace CustomerJourney.Building;

/// <summary>Fills a metric.</summary>
public sealed class MetricBuilder
{
    private readonly MetricDraft _metric;
    private readonly DefinitionProblems _problems;

    internal MetricBuilder(MetricDraft metric, DefinitionProblems problems) => (_metric, _problems) = (metric, problems);

    /// <summary>Gives the metric an id: lower-case letters, digits and single hyphens, at most 64 characters. Without one it is made from the name once.</summary>
    public MetricBuilder Id(string id)
    {
        _metric.Identify(id, _problems);
        return this;
    }

    /// <summary>Gives the metric another name; the id stays.</summary>
    public MetricBuilder Renamed(LocalizedText name)
    {
        _metric.Rename(name);
        return this;
    }

    /// <summary>The unit of all values, if it is not what its kind usually has.</summary>
    public MetricBuilder In(MetricUnit unit)
    {
        _metric.Unit = unit;
        return this;
    }

    /// <summary>The values are money.</summary>
    /// <param name="currency">The currency, ISO 4217: three capital letters.</param>
    public MetricBuilder InMoney(string currency)
    {
        (_metric.Unit, _metric.Currency) = (MetricUnit.Currency, currency ?? "");
        return this;
    }

    /// <summary>Which values are good, if it is not what is usual for its kind.</summary>
    public MetricBuilder Direction(MetricDirection direction)
    {
        _metric.Direction = direction;
        return this;
    }

    /// <summary>Where the values come from.</summary>
    public MetricBuilder Category(MetricCategory category)
    {
        _metric.Category = category;
        return this;
    }

    /// <summary>How the values are computed, in words.</summary>
    public MetricBuilder Formula(string formula)
    {
        _metric.Formula = formula ?? "";
        return this;
    }

    /// <summary>The values that are possible.</summary>
    public MetricBuilder Range(double lowest, double highest)
    {
        _metric.Range = new MetricRange(lowest, highest);
        return this;
    }

    /// <summary>Where the metric stands, in its unit.</summary>
    public MetricBuilder Baseline(double value)
    {
        _metric.Baseline = value;
        return this;
    }

    /// <summary>Where the metric should get, in its unit.</summary>
    public MetricBuilder Target(double value)
    {
        _metric.Target = value;
        return this;
    }

    /// <summary>Adds a value that was measured; values are kept in order of date.</summary>
    /// <param name="at">The day.</param>
    /// <param name="value">The value, in the unit of the metric.</param>
    /// <param name="sampleSize">How many answers or customers it rests on, 1 or more; <see langword="null"/> when unknown.</param>
    /// <param name="persona">Of which persona it is, by name or id; of all customers where none is named.</param>
    /// <param name="source">Where it comes from; <see langword="null"/> when nobody said.</param>
    public MetricBuilder Observed(DateOnly at, double value, int? sampleSize = null, string? persona = null, string? source = null)
    {
        int place = _metric.Observations.FindIndex(observation => observation.At > at);
        _metric.Observations.Insert(place < 0 ? _metric.Observations.Count : place, new ObservationDraft(_metric)
        {
            At = at,
            Value = value,
            SampleSize = sampleSize,
            Persona = persona is null ? null : new Reference(persona, ById: false),
            Origin = source,
        });
        return this;
    }
}
