using System.Globalization;
using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>Sums of weighted answers, exact, so that neither order nor division of the answers matters. The unit of variance is the customer.</summary>
internal sealed class WeightSums(string attribute, int figures)
{
    // Squares of weights stay in the range of doubles.
    private const double Least = 1e-100;
    private const double Greatest = 1e100;

    private readonly RatioSums[] _sums = [.. Enumerable.Range(0, figures).Select(_ => new RatioSums())];
    private readonly double[] _customer = new double[figures];

    // A mean lies between the least and the greatest value; rounded products of weights may take it a bit beyond.
    private readonly double[] _least = [.. Enumerable.Repeat(double.PositiveInfinity, figures)];
    private readonly double[] _greatest = [.. Enumerable.Repeat(double.NegativeInfinity, figures)];
    private readonly NameSet _invalidTexts = new();
    private ExactSum _weights = new();
    private ExactSum _squares = new();
    private long _answers;
    private long _invalid;
    private double _customerWeight;
    private bool _any;

    /// <summary>The weight of an answer; <see langword="null"/>, and counted, where it has none that is valid.</summary>
    public double? WeightOf(in TraceEvent e)
    {
        string? text = e.Attribute(attribute) ?? new CustomerTrace(e.Columns, e.Customer).Attribute(attribute);
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double weight) && (weight == 0 || weight is >= Least and <= Greatest)) return weight;
        _invalid++;
        _invalidTexts.Add(text ?? "");
        return null;
    }

    public void Add(double weight, ReadOnlySpan<double> values)
    {
        _answers++;
        _weights.Add(weight);
        _squares.AddProduct(weight, weight);
        for (int figure = 0; figure < values.Length; figure++)
        {
            _customer[figure] += weight * values[figure];
            _least[figure] = Math.Min(_least[figure], values[figure]);
            _greatest[figure] = Math.Max(_greatest[figure], values[figure]);
        }

        _customerWeight += weight;
        _any = true;
    }

    public void EndCustomer()
    {
        if (!_any) return;
        for (int figure = 0; figure < _sums.Length; figure++) _sums[figure].Add(_customer[figure], _customerWeight);
        Array.Clear(_customer);
        _customerWeight = 0;
        _any = false;
    }

    public SurveyWeighting ToWeighting()
    {
        double total = _weights.ToDouble();
        double? effective = total == 0 ? null : Math.Min(_answers, total * total / _squares.ToDouble());
        return new SurveyWeighting
        {
            Attribute = attribute,
            InvalidWeights = _invalid,
            InvalidTexts = _invalidTexts.Names,
            EffectiveN = effective,
            DesignEffect = _answers / effective,
            Samples = Array.AsReadOnly([.. _sums.Select(sums => sums.ToSample())]),
            Figures = Array.AsReadOnly([.. _sums.Select((sums, figure) => sums.ToRatio() is { } mean ? mean with { Value = Math.Clamp(mean.Value, _least[figure], _greatest[figure]) } : null)]),
        };
    }

    public void Merge(WeightSums other)
    {
        for (int figure = 0; figure < _sums.Length; figure++)
        {
            _sums[figure].Merge(other._sums[figure]);
            _least[figure] = Math.Min(_least[figure], other._least[figure]);
            _greatest[figure] = Math.Max(_greatest[figure], other._greatest[figure]);
        }

        _weights.Merge(other._weights);
        _squares.Merge(other._squares);
        _answers += other._answers;
        _invalid += other._invalid;
        _invalidTexts.Merge(other._invalidTexts);
    }

    public void Save(BinaryWriter state)
    {
        for (int figure = 0; figure < _sums.Length; figure++)
        {
            _sums[figure].Save(state);
            state.Write(_least[figure]);
            state.Write(_greatest[figure]);
        }

        _weights.Save(state);
        _squares.Save(state);
        state.Write(_answers);
        state.Write(_invalid);
        _invalidTexts.Save(state);
    }

    public void Load(BinaryReader state)
    {
        for (int figure = 0; figure < _sums.Length; figure++)
        {
            _sums[figure] = RatioSums.Load(state);
            _least[figure] = state.ReadDouble();
            _greatest[figure] = state.ReadDouble();
        }

        _weights = ExactSum.Load(state);
        _squares = ExactSum.Load(state);
        _answers = KeptNumbers.ReadCount(state);
        _invalid = KeptNumbers.ReadCount(state);
        if (!Enumerable.Range(0, _sums.Length).All(CanBe) || !(_weights.ToDouble() >= 0) || !(_squares.ToDouble() >= 0))
            throw new InvalidDataException("Counts and sums of weights cannot be negative, and weighted means lie from the least to the greatest of values, on a scale that there is.");
        _invalidTexts.Load(state);
    }

    /// <summary>Whether the sums of a figure are those of so many answers on any scale.</summary>
    private bool CanBe(int figure)
    {
        RatioSample sums = _sums[figure].ToSample();
        if (_answers == 0) return sums.Count == 0 && _least[figure] > _greatest[figure];
        double rounding = 1e-9 * Csat.LargestScale * sums.Denominator;
        return sums.Count > 0 && sums.Count <= _answers && _least[figure] >= -Csat.LargestScale && _least[figure] <= _greatest[figure] && _greatest[figure] <= Csat.LargestScale
            && sums.Numerator >= (_least[figure] * sums.Denominator) - rounding && sums.Numerator <= (_greatest[figure] * sums.Denominator) + rounding;
    }
}
