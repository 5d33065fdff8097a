using System.Buffers;
using System.Runtime.ExceptionServices;
using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>Threads that take turns at a text: one cuts off the next chunk while the others parse theirs. What goes wrong first in the text is what is told.</summary>
internal sealed class CsvTurns(CsvChunker chunker, ReadProgress progress, CancellationToken cancellationToken) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Lock _lock = new();
    private long _failedChunk = long.MaxValue;
    private Exception? _failure;

    /// <summary>Takes chunks until the text ends or a thread fails.</summary>
    /// <param name="intake">What the thread parses with.</param>
    /// <param name="buffer">The buffer of its chunks.</param>
    /// <param name="first">A chunk that has been cut off already; <see cref="CsvChunk.None"/> if there is none.</param>
    /// <param name="hasHeader">Whether that chunk begins with the header.</param>
    public async Task TakeAsync(CsvIntake intake, byte[] buffer, CsvChunk first, bool hasHeader)
    {
        CsvChunk chunk = first;
        try
        {
            if (!TryParse(intake, chunk, hasHeader)) return;
            do
            {
                (chunk, buffer) = await NextAsync(buffer).ConfigureAwait(false);
            }
            while (!chunk.IsNone && TryParse(intake, chunk, hasHeader: false));
        }
        finally
        {
            if (buffer.Length > 0) ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <inheritdoc cref="TakeAsync(CsvIntake, byte[], CsvChunk, bool)"/>
    public Task TakeAsync(CsvIntake intake, byte[] buffer) => TakeAsync(intake, buffer, CsvChunk.None, hasHeader: false);

    /// <summary>Throws what went wrong first in the order of the text, if anything did.</summary>
    /// <param name="parts">What was read so far.</param>
    public void ThrowFirst(IReadOnlyList<LogBuilder> parts)
    {
        if (_failure is null) return;

        // Names of several parts may have become too many before the row at which one part stopped.
        if (_failure is JourneyDataException bad && LogBuilder.FirstNameTooMany(parts) is { } tooMany
            && tooMany.Place.CompareTo(new(_failedChunk, bad.Row.Line)) < 0) throw tooMany.Exception;
        ExceptionDispatchInfo.Throw(_failure);
    }

    public void Dispose() => _turn.Dispose();

    private async ValueTask<(CsvChunk Chunk, byte[] Buffer)> NextAsync(byte[] buffer)
    {
        await _turn.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            if (_failure is not null) return (CsvChunk.None, buffer);
            cancellationToken.ThrowIfCancellationRequested();
            return await chunker.NextAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (Remember(chunker.Next, exception))
        {
            // The chunker may have replaced the buffer before it failed.
            return (CsvChunk.None, []);
        }
        finally
        {
            _turn.Release();
        }
    }

    private bool TryParse(CsvIntake intake, CsvChunk chunk, bool hasHeader)
    {
        if (chunk.IsNone) return true;
        try
        {
            progress.Add(intake.Add(chunk, hasHeader));
            return true;
        }
        catch (Exception exception) when (Remember(chunk.Number, exception))
        {
            return false;
        }
    }

    /// <summary>Chunks are handed out in order and finished once begun, so what stands before a failure is always known.</summary>
    private bool Remember(long chunk, Exception exception)
    {
        lock (_lock)
        {
            if (chunk < _failedChunk) (_failedChunk, _failure) = (chunk, exception);
        }

        return true;
    }
}
