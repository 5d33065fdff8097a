using CustomerJourney.Building;
using CustomerJourney.Events;
using CustomerJourney.Metrics.Drivers;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics.Surveys;

/// <summary>Gathers a row for each customer as he was before his latest invitation.</summary>
internal sealed class ResponseBiasAccumulator : Accumulator<ResponseBiasResult>
{
    private const byte NotInvited = 3;

    private readonly ResponseBias _definition;
    private readonly FeatureTable _table;
    private readonly InvitationReader _reader;
    private long _observedUntil;

    public ResponseBiasAccumulator(ResponseBias definition, LogSchema schema)
    {
        _definition = definition;
        _table = new FeatureTable(definition.Of, schema, "The analysis of response bias", definition.Outcome.Fault);
        _reader = new InvitationReader(definition.Outcome, definition.Invitations, definition.Within, schema);
        _observedUntil = schema.ObservedTicks(definition.ObservedUntil);
    }

    public override void Add(in CustomerTrace trace)
    {
        _reader.Read(trace);
        if (_reader.Invitations.Count > 0)
        {
            Invitation latest = _reader.Invitations[^1];
            _table.Add(trace, Moment.At(trace, latest.Position, null), 0, (byte)latest.State, latest.Deadline);
        }
        else if (_definition.AsOf is { } asOf)
        {
            _table.Add(trace, Moment.AtInstant(trace, asOf.UtcTicks, null), 0, NotInvited);
        }
        else
        {
            _table.Add(trace, Moment.At(trace, trace.Length, null), 0, NotInvited, timeless: true);
        }
    }

    public override void Merge(Accumulator<ResponseBiasResult> other)
    {
        _table.Merge(((ResponseBiasAccumulator)other)._table);
        _observedUntil = Math.Max(_observedUntil, ((ResponseBiasAccumulator)other)._observedUntil);
    }

    public override ResponseBiasResult ToResult()
    {
        FeatureRow[] rows = _table.SortedRows();
        bool[] answered = [.. rows.Select(row => IsClosed(row) && row.State is (byte)InvitationState.Answered or (byte)InvitationState.AnsweredLate)];
        bool[] silent = [.. rows.Select(row => row.State == (byte)InvitationState.NotAnswered && IsClosed(row))];
        DesignMatrix matrix = DesignMatrix.Of(_table, rows, _definition.Of, _definition.MinimumCustomers);
        ResponseBiasRow[] compared = [.. matrix.Columns.Select(column => Compare(column, answered, silent))];
        int[] tested = [.. Enumerable.Range(0, compared.Length).Where(index => compared[index].Test is not null)];
        double[] adjusted = _definition.Correction.Adjust([.. tested.Select(index => compared[index].Test!.PValue)]);
        for (int index = 0; index < tested.Length; index++)
            compared[tested[index]] = compared[tested[index]] with { Test = compared[tested[index]].Test! with { AdjustedPValue = adjusted[index] } };
        return new ResponseBiasResult
        {
            Definition = _definition,
            Respondents = answered.LongCount(one => one),
            Nonrespondents = silent.LongCount(one => one),
            Late = rows.LongCount(row => row.State == (byte)InvitationState.AnsweredLate),
            Open = rows.LongCount(row => row.State != NotInvited && !IsClosed(row)),
            NotInvited = rows.LongCount(row => row.State == NotInvited),
            Rows = EquatableList.Of(compared),
            LeftOut = EquatableList.Of(matrix.LeftOut),
            Tests = tested.Length,
        };
    }

    public override void Save(BinaryWriter state)
    {
        state.Write(_observedUntil);
        _table.Save(state);
    }

    public override void Load(BinaryReader state)
    {
        _observedUntil = Math.Max(_observedUntil, KeptNumbers.ReadInstant(state));
        _table.Load(state, NotInvited);
    }

    private bool IsClosed(FeatureRow row) => row.State != NotInvited && row.Until < _observedUntil;

    private ResponseBiasRow Compare(DesignColumn column, bool[] answered, bool[] silent)
    {
        Sample respondents = SampleOf(column, row => answered[row]), others = SampleOf(column, row => silent[row]), all = SampleOf(column, _ => true);
        SampleDifference difference = SampleDifference.Between(others, respondents, _definition.Level);
        return new ResponseBiasRow
        {
            Group = column.Driver.Group,
            Name = column.Name,
            Measure = column.Driver.Measure,
            Respondents = respondents.Count,
            Nonrespondents = others.Count,
            AmongRespondents = respondents.Value,
            AmongNonrespondents = others.Value,
            AmongAll = all.Value,
            Difference = difference.Change,
            Test = difference.Test,
            StandardizedDifference = Standardized(others, respondents),
            StandardizedDifferenceFromAll = Standardized(all, respondents),
        };
    }

    private static Sample SampleOf(DesignColumn column, Predicate<int> isIn)
    {
        double[] values = [.. column.Values.Where((value, row) => isIn(row) && !double.IsNaN(value))];
        return column.IsYesOrNo ? new ShareSample(values.LongCount(value => value != 0), values.Length) : MeanSample.Of(values);
    }

    /// <summary>
    /// The difference in standard deviations: for a share that of the indicator, the root of the mean of both variances; for a mean the pooled one. Where neither group varies in itself, the two
    /// being wholly apart, that of both together: n/√(n₁n₂) of it lie between two values that n₁ and n₂ have.
    /// </summary>
    private static double? Standardized(Sample baseline, Sample candidate) => Within(baseline, candidate)
        ?? (candidate.Value - baseline.Value is { } off && off != 0 && baseline.Count + candidate.Count > 2
            ? Math.Sign(off) * ((double)baseline.Count + candidate.Count) / Math.Sqrt((double)baseline.Count * candidate.Count) : null);

    private static double? Within(Sample baseline, Sample candidate) => (baseline, candidate) switch
    {
        (ShareSample a, ShareSample b) => EffectSize.StandardizedNetDifference(new NetSample(a.Hits, a.Total - a.Hits, 0), new NetSample(b.Hits, b.Total - b.Hits, 0))?.Value,
        _ => EffectSize.CohensD((MeanSample)baseline, (MeanSample)candidate)?.Value,
    };
}
