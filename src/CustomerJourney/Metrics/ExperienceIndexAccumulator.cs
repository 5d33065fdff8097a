using System.Globalization;
using CustomerJourney.Events;
using CustomerJourney.Statistics;
using CustomerJourney.Statistics.Drivers;

namespace CustomerJourney.Metrics;

/// <summary>Counts how many respondents gave which answers together: whole numbers, from which everything else follows.</summary>
internal sealed class ExperienceIndexAccumulator(ExperienceIndex definition) : Accumulator<ExperienceIndexResult>
{
    private static readonly FeedbackKind[] Kinds = Enum.GetValues<FeedbackKind>();

    private readonly IReadOnlyList<ExperiencePart> _parts = definition.Parts;

    // The key has one letter for each part: the place of the answer on its scale.
    private readonly SortedDictionary<string, long> _respondents = new(StringComparer.Ordinal);
    private readonly char[] _places = new char[definition.Parts.Count];
    private readonly bool[] _isSeen = new bool[definition.Parts.Count];
    private readonly long[] _answers = new long[definition.Parts.Count];

    // For each part the latest answers of each kind, on the scale or off it: a part that names no kind may meet several.
    private readonly long[][] _kinds = [.. definition.Parts.Select(_ => new long[Kinds.Length])];
    private long _invalid;
    private long _incomplete;

    public override void Add(in CustomerTrace trace)
    {
        Array.Clear(_isSeen);
        int seen = 0, valid = 0;
        for (int number = trace.AnswerCount - 1; number >= 0 && seen < _parts.Count; number--)
        {
            TraceEvent e = trace.Answer(number);
            string? question = e.Columns.Feedback!.Question(e.FeedbackIndex);
            if (question is null) continue;
            for (int part = 0; part < _parts.Count; part++)
            {
                if (_isSeen[part] || _parts[part].Question != question || (_parts[part].Kind is { } kind && kind != e.Kind)) continue;
                _isSeen[part] = true;
                seen++;
                _kinds[part][(int)e.Kind]++;
                int place = _parts[part].PlaceOf(e.Score);
                if (place < 0)
                {
                    _invalid++;
                    continue;
                }

                _answers[part]++;
                _places[part] = (char)place;
                valid++;
            }
        }

        if (valid == _parts.Count) Count(new string(_places), 1);
        else if (seen > 0) _incomplete++;
    }

    public override void Merge(Accumulator<ExperienceIndexResult> other)
    {
        ExperienceIndexAccumulator part = (ExperienceIndexAccumulator)other;
        foreach ((string places, long count) in part._respondents) Count(places, count);
        for (int index = 0; index < _answers.Length; index++)
        {
            _answers[index] += part._answers[index];
            for (int kind = 0; kind < Kinds.Length; kind++) _kinds[index][kind] += part._kinds[index][kind];
        }

        _invalid += part._invalid;
        _incomplete += part._incomplete;
    }

    public override ExperienceIndexResult ToResult()
    {
        MeanSums index = new(), sum = new();
        MeanSums[] scores = [.. _parts.Select(_ => new MeanSums())];
        foreach ((string places, long count) in _respondents)
        {
            double weighted = 0, plain = 0;
            for (int part = 0; part < _parts.Count; part++)
            {
                double scaled = _parts[part].Scaled(places[part]);
                weighted += _parts[part].Weight * scaled;
                scores[part].Add(scaled, count);
                plain += scaled;
            }

            index.Add(Math.Min(100, weighted), count);
            sum.Add(plain, count);
        }

        MeanSample[] samples = [.. scores.Select(score => score.ToSample())];
        return new ExperienceIndexResult
        {
            Definition = definition,
            Sample = index.ToSample(),
            PartSamples = Array.AsReadOnly(samples),
            AnswersByPart = Array.AsReadOnly((long[])_answers.Clone()),
            Incomplete = _incomplete,
            Invalid = _invalid,
            Refusal = Refusal(),
            Alpha = index.Count < 2 ? null : CronbachAlpha.FromVariances(_parts.Count, samples.Sum(sample => sample.SquaredDeviations), sum.ToSample().SquaredDeviations),
        };
    }

    public override void Save(BinaryWriter state)
    {
        state.Write(_invalid);
        state.Write(_incomplete);
        foreach (long count in _answers) state.Write(count);
        foreach (long count in _kinds.SelectMany(counts => counts)) state.Write(count);
        state.Write(_respondents.Count);
        foreach ((string places, long count) in _respondents)
        {
            foreach (char place in places) state.Write((ushort)place);
            state.Write(count);
        }
    }

    public override void Load(BinaryReader state)
    {
        _invalid = KeptNumbers.ReadCount(state);
        _incomplete = KeptNumbers.ReadCount(state);
        for (int part = 0; part < _answers.Length; part++) _answers[part] = KeptNumbers.ReadCount(state);
        foreach (long[] counts in _kinds)
        {
            for (int kind = 0; kind < counts.Length; kind++) counts[kind] = KeptNumbers.ReadCount(state);
        }

        char[] places = new char[_parts.Count];
        for (int rows = state.ReadInt32(); rows > 0; rows--)
        {
            for (int part = 0; part < places.Length; part++)
            {
                places[part] = (char)state.ReadUInt16();
                if (places[part] >= _parts[part].Answers) throw new InvalidDataException($"An answer stands at place {(int)places[part]} of a scale of {_parts[part].Answers}.");
            }

            long count = KeptNumbers.ReadCount(state);
            if (count < 1) throw new InvalidDataException($"{count} respondents gave the same answers.");
            Count(new string(places), count);
        }

        long complete = KeptNumbers.Count(_respondents.Values.Sum());
        if (_answers.Any(count => count < complete)) throw new InvalidDataException($"{complete} respondents answered all questions, and one has fewer answers.");
    }

    /// <summary>Answers of several kinds are on several scales, and some of them upside down, however alike their numbers look.</summary>
    private NoValue? Refusal()
    {
        for (int part = 0; part < _parts.Count; part++)
        {
            if (_kinds[part].Count(count => count > 0) < 2) continue;
            string kinds = string.Join(", ", Kinds.Where(kind => _kinds[part][(int)kind] > 0).Select(kind => string.Create(CultureInfo.InvariantCulture, $"{_kinds[part][(int)kind]} of kind {kind}")));
            return new NoValue
            {
                Reason = NoValueReason.MixedScales,
                Message = $"The answers to '{_parts[part].Question}' are on several scales ({kinds}): say which ones part '{_parts[part].Name}' takes, with {nameof(ExperiencePart.Kind)}.",
            };
        }

        return null;
    }

    private void Count(string places, long count) => _respondents[places] = _respondents.GetValueOrDefault(places) + count;
}
