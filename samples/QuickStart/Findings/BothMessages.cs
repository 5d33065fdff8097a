using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace QuickStart.Findings;

/// <summary>How customers recommend who had read one message, the other, or both before they were asked for the first time.</summary>
internal sealed record BothMessages(string One, string Other) : Analysis<BothMessagesResult>
{
    public override Accumulator<BothMessagesResult> CreateAccumulator(LogSchema schema) => new Counter(schema.EventCode(One), schema.EventCode(Other));

    private sealed class Counter(int one, int other) : Accumulator<BothMessagesResult>
    {
        private const int Either = 1;
        private const int Both = 3;

        // By which messages were read (a bit for each) and by what was answered (promoter, passive, detractor).
        private readonly long[,] _answers = new long[Both + 1, 3];

        public override void Add(in CustomerTrace trace)
        {
            for (int number = 0; number < trace.AnswerCount; number++)
            {
                TraceEvent answer = trace.Answer(number);
                if (answer.Feedback is not { Kind: FeedbackKind.Nps } feedback) continue;
                ReadOnlySpan<ushort> before = trace.Events[..answer.Position];
                int read = (Contains(before, one) ? Either : 0) + (Contains(before, other) ? Both - Either : 0);
                _answers[read, feedback.Score switch { >= 9 => 0, >= 7 => 1, _ => 2 }]++;
                return;
            }
        }

        public override void Merge(Accumulator<BothMessagesResult> other)
        {
            for (int read = 0; read <= Both; read++)
                for (int kind = 0; kind < 3; kind++) _answers[read, kind] += ((Counter)other)._answers[read, kind];
        }

        public override BothMessagesResult ToResult() => new() { OnlyOne = Sample(Either), OnlyOther = Sample(Both - Either), Both = Sample(Both) };

        private NetSample Sample(int read) => new(_answers[read, 0], _answers[read, 1], _answers[read, 2]);

        private static bool Contains(ReadOnlySpan<ushort> events, int code) => code >= 0 && events.Contains((ushort)code);
    }
}
