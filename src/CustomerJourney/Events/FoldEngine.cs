using System.Runtime.ExceptionServices;

namespace CustomerJourney.Events;

/// <summary>Runs analyses over a log: one pass for all of them, customers dealt out in chunks to threads that never wait for each other.</summary>
internal static class FoldEngine
{
    /// <summary>Large enough that dealing out costs nothing, small enough for prompt cancellation and even shares.</summary>
    private const int EventsInChunk = 32_768;

    /// <summary>Visits every trace once, handing it to all accumulators, and gives the merged accumulators in the order of the analyses.</summary>
    public static FoldPass Run(JourneyLog log, IReadOnlyList<Analysis> analyses, MeasureOptions options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Deal deal = new(log.Columns, options.Progress, cancellationToken);
        int chunks = (int)Math.Min(int.MaxValue, (log.EventCount / EventsInChunk) + 1);
        int threads = Math.Min(options.MaxDegreeOfParallelism ?? Environment.ProcessorCount, chunks);
        Worker[] workers = new Worker[threads];
        for (int index = 0; index < threads; index++) workers[index] = new Worker(log, analyses);

        if (threads == 1)
        {
            workers[0].Run(deal);
        }
        else
        {
            try
            {
                Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, index => workers[index].RunOrStop(deal));
            }
            catch (AggregateException failures)
            {
                ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
            }
        }

        for (int index = 1; index < threads; index++) workers[0].Merge(workers[index]);
        options.Progress?.Report(1);
        return new FoldPass { Accumulators = workers[0].Accumulators, TracesVisited = workers[0].Visited };
    }

    /// <summary>Deals out runs of customers with about the same number of events.</summary>
    private sealed class Deal(LogColumns columns, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        private readonly Lock _lock = new();
        private int _next;
        private bool _stopped;

        /// <summary>Deals out no more, because a worker has failed.</summary>
        public void Stop()
        {
            lock (_lock) _stopped = true;
        }

        public bool TryTake(out int first, out int end)
        {
            cancellationToken.ThrowIfCancellationRequested();
            lock (_lock)
            {
                first = _next = _stopped ? columns.CustomerCount : _next;
                int customers = columns.CustomerCount;
                if (first == customers)
                {
                    end = first;
                    return false;
                }

                // Customers without events count too, or one chunk could hold millions of them.
                long limit = (long)columns.Offsets[first] + first + EventsInChunk;
                end = first + 1;
                while (end < customers && (long)columns.Offsets[end + 1] + end <= limit) end++;
                _next = end;
                if (first > 0 && columns.EventCount > 0) progress?.Report((double)columns.Offsets[first] / columns.EventCount);
                return true;
            }
        }
    }

    private sealed class Worker
    {
        private readonly LogColumns _columns;
        private readonly Accumulator[] _ofRuns;
        private readonly Accumulator[] _withEvents;
        private readonly Accumulator[] _all;
        private readonly bool _visitsAll;

        public Worker(JourneyLog log, IReadOnlyList<Analysis> analyses)
        {
            _columns = log.Columns;
            Accumulators = [.. analyses.Select(analysis => analysis.CreateUntypedAccumulator(log.Schema))];
            _ofRuns = [.. Accumulators.Where(accumulator => accumulator.TakesRuns)];
            _withEvents = [.. Accumulators.Where(accumulator => !accumulator.TakesRuns)];
            _all = [.. Accumulators.Where((accumulator, index) => analyses[index].IncludesCustomersWithoutEvents && !accumulator.TakesRuns)];
            _visitsAll = analyses.Any(analysis => analysis.IncludesCustomersWithoutEvents);
        }

        public Accumulator[] Accumulators { get; }

        public long Visited { get; private set; }

        public void Run(Deal deal)
        {
            while (deal.TryTake(out int first, out int end))
            {
                foreach (Accumulator accumulator in _ofRuns) accumulator.AddRun(_columns, first, end);
                Visited += VisitedIn(_columns.Offsets.AsSpan(first..(end + 1)));
                if (_withEvents.Length == 0) continue;
                for (int customer = first; customer < end; customer++)
                {
                    CustomerTrace trace = new(_columns, customer);
                    foreach (Accumulator accumulator in trace.Length > 0 ? _withEvents : _all) accumulator.Add(trace);
                }
            }
        }

        public void RunOrStop(Deal deal)
        {
            try
            {
                Run(deal);
            }
            catch
            {
                deal.Stop();
                throw;
            }
        }

        /// <summary>How many of the customers with these offsets are visited: all that have events, and the others if an analysis asks for them.</summary>
        private int VisitedIn(ReadOnlySpan<int> offsets)
        {
            if (Accumulators.Length == 0) return 0;
            if (_visitsAll) return offsets.Length - 1;
            int visited = 0;
            for (int customer = 1; customer < offsets.Length; customer++) visited += offsets[customer] > offsets[customer - 1] ? 1 : 0;
            return visited;
        }

        public void Merge(Worker other)
        {
            for (int index = 0; index < Accumulators.Length; index++) Accumulators[index].MergeUntyped(other.Accumulators[index]);
            Visited += other.Visited;
        }
    }
}
