using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using CustomerJourney.Events;

namespace CustomerJourney.Classification.Tracking;

/// <summary>Writes what a tracker remembers of a customer as a JSON document, and reads it back. Instants are UTC ticks, the sealed numbers base64; a checksum is taken over all of it.</summary>
internal static partial class StageStateCodec
{
    private const int Format = 1;
    private const int MaximumCharacters = 64 << 20;

    public static StageState Write(TrackedCustomer customer, long version)
    {
        ReadOnlySpan<byte> body = Body(customer);
        return new StageState
        {
            Customer = customer.Customer,
            Version = version,
            Stage = customer.Current?.Id,
            Json = string.Create(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetString(body[..^1])},\"check\":{CheckOf(body)}}}"),
        };
    }

    /// <summary>All of the document but its checksum, which is taken over these bytes. A database may write them in another way: what is read is written anew to be compared.</summary>
    private static ReadOnlySpan<byte> Body(TrackedCustomer customer)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("format", Format);
            json.WriteString("definition", customer.Definition.Fingerprint);
            json.WriteNumber("visits", customer.Definition.Options.KeptVisits);
            json.WriteNumber("horizon", customer.Horizon);
            json.WriteNumber("counted", customer.Arrivals);
            json.WriteNumber("late", customer.TooLate);
            json.WriteNumber("repeated", customer.Duplicates);
            json.WriteBase64String("sealed", BytesOf(customer.Sealed.Numbers));
            json.WriteStartObject("attributes");
            foreach ((string name, string? value) in customer.Definition.Attributes.Zip(customer.Sealed.Attributes).OrderBy(pair => pair.First, StringComparer.Ordinal)) json.WriteString(name, value);
            json.WriteEndObject();
            json.WriteStartArray("events");
            foreach (TrackedEvent e in customer.Events) WriteEvent(json, e);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan;
    }

    /// <exception cref="InvalidDataException">The document is damaged, or was made with another definition.</exception>
    public static TrackedCustomer Read(StageState state, TrackerDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(state.Json);
        if (state.Json.Length > MaximumCharacters) throw Fault(state, $"is longer than {MaximumCharacters:N0} characters");
        try
        {
            using JsonDocument document = JsonDocument.Parse(state.Json, new JsonDocumentOptions { MaxDepth = 8, AllowDuplicateProperties = false });
            return Read(state, document.RootElement, definition);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or FormatException or InvalidOperationException or OverflowException or ArgumentException or IndexOutOfRangeException)
        {
            throw Fault(state, "is damaged", fault);
        }
    }

    private static TrackedCustomer Read(StageState state, JsonElement root, TrackerDefinition definition)
    {
        if (root.GetProperty("format").GetInt32() is not Format and int format) throw Fault(state, $"has format {format}; this version reads format {Format}");
        if (root.GetProperty("definition").GetString() != definition.Fingerprint) throw Fault(state, "was made with another map or other rules");
        if (root.GetProperty("visits").GetInt32() is int visits && visits != definition.Options.KeptVisits)
            throw Fault(state, $"keeps {visits} visits and the tracker {definition.Options.KeptVisits} ({nameof(StageTrackerOptions.KeptVisits)})");
        byte[] bytes = root.GetProperty("sealed").GetBytesFromBase64();
        if (bytes.Length != definition.MemorySize * sizeof(long)) throw Fault(state, "is damaged");
        // Other attributes than those that told the personas were not kept, so what they are cannot be known.
        JsonElement kept = root.GetProperty("attributes");
        if (kept.EnumerateObject().Count() != definition.Attributes.Length || !definition.Attributes.All(name => kept.TryGetProperty(name, out _))) throw Fault(state, "was made with another map or other rules");
        string?[] attributes = [.. definition.Attributes.Select(name => kept.GetProperty(name).GetString())];
        CustomerMemory memory = new(definition, NumbersOf(bytes), attributes);
        List<TrackedEvent> events = [.. root.GetProperty("events").EnumerateArray().Select(e => ReadEvent(e, state.Customer, definition))];
        for (int place = 1; place < events.Count; place++)
        {
            if (events[place - 1].CompareTo(events[place]) >= 0) throw Fault(state, "is damaged");
        }

        TrackedCustomer customer = new(definition, state.Customer, memory, events)
        {
            Horizon = root.GetProperty("horizon").GetInt64(),
            Arrivals = root.GetProperty("counted").GetInt64(),
            TooLate = root.GetProperty("late").GetInt64(),
            Duplicates = root.GetProperty("repeated").GetInt64(),
        };
        if (CheckOf(Body(customer)) != root.GetProperty("check").GetUInt32()) throw Fault(state, "is damaged");
        return customer;
    }

    private static InvalidDataException Fault(StageState state, string reason, Exception? cause = null) =>
        new($"The stored state of the customer '{ReadLimits.Default.Shown(state.Customer)}' {reason}: make it anew from the customer's events with {nameof(StageTracker.RebuildAsync)}.", cause);

    private static byte[] BytesOf(long[] numbers)
    {
        byte[] bytes = new byte[numbers.Length * sizeof(long)];
        for (int place = 0; place < numbers.Length; place++) BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(place * sizeof(long)), numbers[place]);
        return bytes;
    }

    private static long[] NumbersOf(byte[] bytes)
    {
        long[] numbers = new long[bytes.Length / sizeof(long)];
        for (int place = 0; place < numbers.Length; place++) numbers[place] = BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(place * sizeof(long)));
        return numbers;
    }

    private static uint CheckOf(ReadOnlySpan<byte> bytes)
    {
        uint check = uint.MaxValue;
        foreach (byte value in bytes) check = BitOperations.Crc32C(check, value);
        return ~check;
    }
}
