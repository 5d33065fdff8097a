namespace CustomerJourney.Benchmarks.Data;

/// <summary>A small seeded random generator: the same numbers on every machine.</summary>
/// <remarks>G. L. Steele, D. Lea, C. H. Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014.</remarks>
internal struct SplitMix64(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        unchecked
        {
            ulong mixed = _state += 0x9E3779B97F4A7C15UL;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
            return mixed ^ (mixed >> 31);
        }
    }

    /// <summary>Uniform, 0 included, 1 not.</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform, from 0 to one less than a number.</summary>
    public int NextInt(int below) => (int)(((UInt128)Next() * (ulong)below) >> 64);

    public double NextExponential(double mean) => -mean * Math.Log(1 - NextDouble());
}
