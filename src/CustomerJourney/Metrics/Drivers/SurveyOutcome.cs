using System.Globalization;
using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics.Drivers;

/// <summary>An answer to a survey as an outcome: what the metric counts it as, or the score as it was answered.</summary>
internal sealed record SurveyOutcome<TResult>(SurveyMetric<TResult> Metric, bool AsScore) : CustomerOutcome
    where TResult : SurveyResult
{
    private const double Points = 100;

    private bool IsNet => !AsScore && Metric is Nps;

    private bool IsShare => !AsScore && Metric is Csat;

    public override string Name => Metric switch
    {
        Nps nps => nps.Title + (AsScore ? " score" : ""),
        Ces ces => ces.Title,
        _ => "CSAT" + (AsScore ? " score" : ""),
    };

    public override string Meaning => Metric switch
    {
        Csat csat => AsScore
            ? string.Create(CultureInfo.InvariantCulture, $"score {csat.ScaleMinimum}…{csat.ScaleMaximum}")
            : string.Create(CultureInfo.InvariantCulture, $"satisfied 1 (the best {csat.TopBoxes} of {csat.ScaleMinimum}…{csat.ScaleMaximum}), else 0"),
        Ces { Version: CesVersion.Version1 } => "score 1…5, low is easy",
        Ces => "score 1…7, high is easy",
        Nps nps when AsScore => string.Create(CultureInfo.InvariantCulture, $"score {nps.Cuts.ScaleMinimum}…{nps.Cuts.ScaleMaximum}"),
        _ => "promoter +1, passive 0, detractor −1, in points",
    };

    public override string? Unit => IsNet ? "points" : null;

    public override ResultColumnKind Kind => IsShare ? ResultColumnKind.Share : ResultColumnKind.Number;

    internal override double Scale => IsNet ? Points : 1;

    internal override AnswerCounting Counting => Metric.Counting;

    internal override string? Fault
    {
        get
        {
            if (Metric.Weight is not null) return $"{Name} has weights from '{Metric.Weight}': each customer counts once here, so leave {nameof(Metric.Weight)} out";
            try
            {
                Metric.CreateTally();
                return null;
            }
            catch (InvalidOperationException error)
            {
                return error.Message;
            }
        }
    }

    internal override void Read(in CustomerTrace trace, int most, List<OutcomeReading> into)
    {
        bool backward = Metric.Counting == AnswerCounting.LatestPerCustomer, once = Metric.Counting != AnswerCounting.All;
        int count = trace.AnswerCount, found = 0;
        for (int turn = 0; turn < count && found < most; turn++)
        {
            TraceEvent answer = trace.Answer(backward ? count - 1 - turn : turn);
            if (!Metric.Selects(answer)) continue;
            into.Add(new OutcomeReading(Worth(answer.Score), answer.Score, answer.Position));
            found++;
            if (once) return;
        }
    }

    internal override void ReadEvery(in CustomerTrace trace, List<OutcomeReading> into)
    {
        for (int number = 0; number < trace.AnswerCount; number++)
        {
            TraceEvent answer = trace.Answer(number);
            if (Metric.Selects(answer)) into.Add(new OutcomeReading(Worth(answer.Score), answer.Score, answer.Position));
        }
    }

    internal override OutcomeWatch Watch(LogSchema schema) => OutcomeWatch.Of(Metric, schema);

    internal override Sample SampleOf(ReadOnlySpan<double> values)
    {
        if (!IsNet && !IsShare) return base.SampleOf(values);
        long above = 0, below = 0;
        foreach (double value in values)
        {
            if (value > 0) above++;
            else if (value < 0) below++;
        }

        return SampleOf(above, below, values.Length);
    }

    internal override Sample SampleOf(ReadOnlySpan<double> values, ReadOnlySpan<long> counts)
    {
        if (!IsNet && !IsShare) return base.SampleOf(values, counts);
        long above = 0, below = 0, all = 0;
        for (int place = 0; place < values.Length; place++)
        {
            all += counts[place];
            if (values[place] > 0) above += counts[place];
            else if (values[place] < 0) below += counts[place];
        }

        return SampleOf(above, below, all);
    }

    // The interval that the metric names, so that one group of answers has one interval, wherever it is asked about.
    internal override Estimate? IntervalOf(Sample sample, double level) => (sample, Metric) switch
    {
        (NetSample net, Nps nps) => Shown(NpsIntervals.Of(net, nps.Interval, level)),
        (ShareSample share, Csat csat) => Shown(CsatIntervals.Of(share, csat.Interval, level)),
        _ => base.IntervalOf(sample, level),
    };

    internal override Estimate? OnScale(Estimate? mean) => Metric switch
    {
        _ when IsNet || IsShare => mean,
        Ces ces => MetricResult.CutTo(mean, 1, ces.ScaleMaximum),
        Nps nps => MetricResult.CutTo(mean, nps.Cuts.ScaleMinimum, nps.Cuts.ScaleMaximum),
        Csat csat => MetricResult.CutTo(mean, csat.ScaleMinimum, csat.ScaleMaximum),
        _ => mean,
    };

    private Sample SampleOf(long above, long below, long all) => IsNet ? new NetSample(above, all - above - below, below) : new ShareSample(above, all);

    private double? Worth(double score) => Metric switch
    {
        Csat csat when !IsWhole(score, csat.ScaleMinimum, csat.ScaleMaximum) => null,
        Csat csat => AsScore ? score : score > csat.ScaleMaximum - csat.TopBoxes ? 1 : 0,
        Ces ces => IsWhole(score, 1, ces.ScaleMaximum) ? score : null,
        Nps nps when !IsWhole(score, nps.Cuts.ScaleMinimum, nps.Cuts.ScaleMaximum) => null,
        Nps nps => AsScore ? score : score >= nps.Cuts.PromotersFrom ? 1 : score <= nps.Cuts.DetractorsTo ? -1 : 0,
        _ => null,
    };

    private static bool IsWhole(double score, int minimum, int maximum) => score >= minimum && score <= maximum && score == Math.Truncate(score);
}
