using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace CustomerJourney.Events;

/// <summary>An answer so far: what an analysis has gathered from some of the customers. Parts merge, travel as bytes and are finished once.</summary>
/// <typeparam name="TResult">The type of the answer.</typeparam>
/// <remarks>The parts must hold different customers: an analysis needs all events of a customer at once. Immutable; safe for use by many threads.</remarks>
public sealed class PartialResult<TResult>
{
    private const int FormatVersion = 2;
    private static readonly byte[] Magic = "CJPR"u8.ToArray();
    private readonly Accumulator<TResult> _accumulator;

    // Reading an accumulator may change its form, though not its value; it serves one thread at a time.
    private readonly Lock _lock = new();

    internal PartialResult(Analysis<TResult> definition, Accumulator<TResult> accumulator)
    {
        Definition = definition;
        _accumulator = accumulator;
    }

    /// <summary>The question.</summary>
    public Analysis<TResult> Definition { get; }

    /// <summary>The part that holds the customers of both.</summary>
    /// <param name="other">A part of the answer to the same question, about other customers.</param>
    /// <exception cref="ArgumentException">The other part answers another question.</exception>
    public PartialResult<TResult> Merge(PartialResult<TResult> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!Definition.Equals(other.Definition))
            throw new ArgumentException($"The parts answer different questions: {Definition} and {other.Definition}.", nameof(other));
        Accumulator<TResult> merged = Fresh(Definition);
        MergeInto(merged);
        other.MergeInto(merged);
        return new(Definition, merged);
    }

    /// <summary>The answer, as if no other part existed.</summary>
    public TResult ToResult()
    {
        lock (_lock) return _accumulator.ToResult();
    }

    /// <summary>The part as bytes: a version, the question in words, the state by names, and a checksum.</summary>
    /// <exception cref="NotSupportedException">The analysis does not keep its state; see <see cref="Accumulator.Save"/>.</exception>
    public byte[] ToBytes()
    {
        using MemoryStream bytes = new();
        using BinaryWriter state = new(bytes, Encoding.UTF8);
        state.Write(Magic);
        state.Write(FormatVersion);
        state.Write(Fingerprint(Definition));
        lock (_lock) _accumulator.Save(state);
        state.Write(Checksum(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
        return bytes.ToArray();
    }

    /// <summary>Reads a part.</summary>
    /// <param name="definition">The question that the part answers; it is not among the bytes.</param>
    /// <param name="bytes">What <see cref="ToBytes"/> gave.</param>
    /// <exception cref="InvalidDataException">The bytes are damaged, of another version, or answer another question.</exception>
    public static PartialResult<TResult> FromBytes(Analysis<TResult> definition, ReadOnlySpan<byte> bytes)
    {
        ArgumentNullException.ThrowIfNull(definition);
        if (bytes.Length < Magic.Length + sizeof(int) + sizeof(uint) || !bytes.StartsWith(Magic))
            throw new InvalidDataException("The bytes are not a partial result of CustomerJourney.");
        int version = BinaryPrimitives.ReadInt32LittleEndian(bytes[Magic.Length..]);
        if (version != FormatVersion) throw new InvalidDataException($"The partial result has format version {version}; this library reads version {FormatVersion}.");
        ReadOnlySpan<byte> content = bytes[..^sizeof(uint)];
        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes[^sizeof(uint)..]) != Checksum(content))
            throw new InvalidDataException("The partial result is damaged: its checksum does not match.");

        using BinaryReader state = new(new MemoryStream(content[(Magic.Length + sizeof(int))..].ToArray()), Encoding.UTF8);
        try
        {
            string answered = state.ReadString();
            if (answered != Fingerprint(definition)) throw new InvalidDataException($"The partial result answers {answered}, not {Fingerprint(definition)}.");
            Accumulator<TResult> accumulator = Fresh(definition);
            accumulator.Load(state);
            if (state.BaseStream.Position != state.BaseStream.Length) throw new InvalidDataException("The partial result is longer than its state.");
            return new(definition, accumulator);
        }
        catch (EndOfStreamException end)
        {
            throw new InvalidDataException("The partial result is shorter than its state.", end);
        }
        catch (Exception fault) when (fault is IOException or FormatException or ArgumentException or OverflowException)
        {
            throw new InvalidDataException($"The partial result does not hold a state of the question: {fault.Message}", fault);
        }
    }

    private void MergeInto(Accumulator<TResult> merged)
    {
        lock (_lock) merged.Merge(_accumulator);
    }

    private static Accumulator<TResult> Fresh(Analysis<TResult> definition) => definition.CreateAccumulator(LogSchema.Detached);

    /// <summary>The definition as its record prints itself, which must not depend on the culture of the machine.</summary>
    private static string Fingerprint(Analysis<TResult> definition)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            return definition.ToString();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes) crc = BitOperations.Crc32C(crc, value);
        return ~crc;
    }
}
