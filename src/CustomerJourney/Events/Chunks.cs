namespace CustomerJourney.Events;

/// <summary>Work on a long run of numbers, cut into pieces for all cores.</summary>
internal static class Chunks
{
    private const int Size = 1 << 15;

    /// <summary>Does the work for each piece [start, end) of 0…count − 1; a short run is one piece on this thread.</summary>
    public static void Each(int count, Action<int, int> work)
    {
        int chunks = (count / Size) + 1;
        if (chunks == 1) work(0, count);
        else Parallel.For(0, chunks, chunk => work(chunk * Size, Math.Min(count, (chunk + 1) * Size)));
    }
}
