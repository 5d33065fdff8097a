namespace CustomerJourney.Statistics;

/// <summary>Random numbers that depend on the seed alone, on every machine and in every version: splitmix64 (G. L. Steele, D. Lea &amp; C. H. Flood, OOPSLA 2014).</summary>
internal sealed class SeededRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A whole number from 0 below a bound, all equally likely: the upper half of a product, drawn again where it would favor some (D. Lemire, ACM TOMACS 29, 2019).</summary>
    public long NextBelow(long bound)
    {
        unchecked
        {
            ulong size = (ulong)bound, floor = (0 - size) % size;
            while (true)
            {
                UInt128 product = (UInt128)Next() * size;
                if ((ulong)product >= floor) return (long)(ulong)(product >> 64);
            }
        }
    }

    /// <summary>An exponential variable of mean 1.</summary>
    public double NextExponential() => -Math.Log(((Next() >> 11) + 0.5) * (1.0 / (1UL << 53)));

    private ulong Next()
    {
        unchecked
        {
            ulong mixed = _state += 0x9E3779B97F4A7C15UL;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
            return mixed ^ (mixed >> 31);
        }
    }
}
