namespace CustomerJourney.Statistics.Models;

/// <summary>A small seeded random generator: the same numbers on every machine.</summary>
/// <remarks>G. L. Steele, D. Lea, C. H. Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014.</remarks>
internal sealed class HiddenMarkovModelRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>An exponential variate with mean 1, above 0.</summary>
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
