namespace CustomerJourney.Statistics.Models;

/// <summary>
/// C·(−log-likelihood) + ½·Σ penalty·w² of a softmax regression, with its slopes and curvatures. Parameters are one block of columns a class;
/// by maximum likelihood class 0 has none, with a penalty only its intercept is held at 0.
/// </summary>
internal sealed class SoftmaxObjective
{
    private readonly StandardizedFeatures _features;
    private readonly int[] _labels;
    private readonly int _classes;
    private readonly int _width;
    private readonly int _first;
    private readonly double _factor;
    private readonly double[] _penalties;
    private readonly double[] _probabilities;

    public SoftmaxObjective(StandardizedFeatures features, int[] labels, int classes, double? inverseStrength)
    {
        _features = features;
        _labels = labels;
        _classes = classes;
        _width = features.Width;
        _first = inverseStrength is null ? 1 : 0;
        _factor = inverseStrength ?? 1;
        _penalties = new double[_width];
        if (inverseStrength is not null)
            for (int j = 0; j < _width; j++) _penalties[j] = features.PenaltyWeight(j);
        _probabilities = new double[features.Count * classes];
    }

    /// <summary>How many parameters there are.</summary>
    public int Size => (_classes - _first) * _width;

    /// <summary>What a slope is divided by to be one per case.</summary>
    public double Scale => _factor * _features.Count;

    /// <summary>The smallest probability that the last parameters asked about give any class in any case.</summary>
    public double SmallestProbability { get; private set; }

    /// <summary>The log-likelihood of the last parameters asked about.</summary>
    public double LogLikelihood { get; private set; }

    /// <summary>The parameters of a class; empty for the reference class of maximum likelihood.</summary>
    public ReadOnlySpan<double> Block(ReadOnlySpan<double> parameters, int label) =>
        label < _first ? [] : parameters.Slice((label - _first) * _width, _width);

    public double Value(ReadOnlySpan<double> parameters)
    {
        double likelihood = 0, smallest = 1;
        for (int i = 0; i < _labels.Length; i++)
        {
            Span<double> p = _probabilities.AsSpan(i * _classes, _classes);
            Scores(parameters, i, p);
            double own = p[_labels[i]], highest = double.NegativeInfinity, sum = 0;
            foreach (double score in p) highest = Math.Max(highest, score);
            foreach (double score in p) sum += Math.Exp(score - highest);
            likelihood += own - highest - Math.Log(sum);
            for (int c = 0; c < p.Length; c++)
            {
                p[c] = Math.Exp(p[c] - highest) / sum;
                smallest = Math.Min(smallest, p[c]);
            }
        }

        double penalty = 0;
        for (int k = 0; k < parameters.Length; k++) penalty += _penalties[k % _width] * parameters[k] * parameters[k];
        SmallestProbability = smallest;
        LogLikelihood = likelihood;
        return penalty / 2 - _factor * likelihood;
    }

    /// <summary>The slopes at the parameters last given to <see cref="Value"/>.</summary>
    public double[] Gradient(ReadOnlySpan<double> parameters)
    {
        double[] gradient = new double[Size];
        for (int i = 0; i < _labels.Length; i++)
        {
            for (int c = _first; c < _classes; c++)
            {
                double miss = _probabilities[i * _classes + c] - (c == _labels[i] ? 1 : 0);
                Vectors.AddScaled(gradient.AsSpan((c - _first) * _width, _width), _features.Row(i), _factor * miss);
            }
        }

        for (int k = 0; k < gradient.Length; k++) gradient[k] += _penalties[k % _width] * parameters[k];
        if (_first == 0) gradient[0] = 0;
        return gradient;
    }

    /// <summary>The lower triangle of the curvatures at the parameters last given to <see cref="Value"/>.</summary>
    public double[] Hessian()
    {
        int size = Size;
        double[] hessian = new double[size * size];
        for (int i = 0; i < _labels.Length; i++)
        {
            ReadOnlySpan<double> row = _features.Row(i), p = _probabilities.AsSpan(i * _classes, _classes);
            for (int c = _first; c < _classes; c++)
            {
                for (int e = _first; e <= c; e++)
                {
                    double curvature = _factor * p[c] * ((c == e ? 1 : 0) - p[e]);
                    for (int a = 0; a < _width; a++)
                    {
                        int length = c == e ? a + 1 : _width;
                        Vectors.AddScaled(hessian.AsSpan(((c - _first) * _width + a) * size + (e - _first) * _width, length), row[..length], curvature * row[a]);
                    }
                }
            }
        }

        for (int k = 0; k < size; k++) hessian[k * size + k] += _penalties[k % _width];
        if (_first == 0) HoldFirst(hessian, size);
        return hessian;
    }

    /// <summary>By how much the score of the own class exceeds that of any other, over all cases: the least and the greatest.</summary>
    public (double Least, double Greatest) Margins(ReadOnlySpan<double> direction)
    {
        double least = double.PositiveInfinity, greatest = double.NegativeInfinity;
        double[] scores = new double[_classes];
        for (int i = 0; i < _labels.Length; i++)
        {
            Scores(direction, i, scores);
            for (int c = 0; c < _classes; c++)
            {
                if (c == _labels[i]) continue;
                double margin = scores[_labels[i]] - scores[c];
                least = Math.Min(least, margin);
                greatest = Math.Max(greatest, margin);
            }
        }

        return (least, greatest);
    }

    // The intercepts of all classes can move together without any effect: one is held.
    private static void HoldFirst(double[] hessian, int size)
    {
        for (int k = 1; k < size; k++) hessian[k * size] = 0;
        hessian[0] = 1;
    }

    private void Scores(ReadOnlySpan<double> parameters, int index, Span<double> scores)
    {
        scores.Clear();
        for (int c = _first; c < _classes; c++) scores[c] = Vectors.Dot(_features.Row(index), Block(parameters, c));
    }
}
