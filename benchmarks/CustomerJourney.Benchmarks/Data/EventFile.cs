using System.Buffers.Text;
using System.Text;

namespace CustomerJourney.Benchmarks.Data;

/// <summary>Writes made-up events as CSV: customer_id, touchpoint, timestamp (ISO 8601, UTC, milliseconds), channel, score.</summary>
internal static class EventFile
{
    private const int BufferSize = 1 << 20;
    private const int LongestRow = 256;

    public static void Write(string path, EventData data)
    {
        using FileStream file = File.Create(path);
        Write(file, data);
    }

    public static void Write(Stream stream, EventData data)
    {
        byte[][] events = [.. EventData.EventNames.Select(Encoding.ASCII.GetBytes)];
        byte[][] channels = [.. EventData.ChannelNames.Select(Encoding.ASCII.GetBytes)];
        byte[] buffer = new byte[BufferSize];
        stream.Write("customer_id,touchpoint,timestamp,channel,score\n"u8);
        int used = 0;
        for (int index = 0; index < data.Count; index++)
        {
            if (used > buffer.Length - LongestRow)
            {
                stream.Write(buffer, 0, used);
                used = 0;
            }

            used += WriteRow(buffer.AsSpan(used), data, index, events, channels);
        }

        stream.Write(buffer, 0, used);
    }

    private static int WriteRow(Span<byte> row, EventData data, int index, byte[][] events, byte[][] channels)
    {
        int used = 0;
        row[used++] = (byte)'c';
        used += Digits(row[used..], data.Customers[index], 7);
        row[used++] = (byte)',';
        used += Text(row[used..], events[data.Events[index]]);
        row[used++] = (byte)',';
        DateTime time = data.TimeOf(index).UtcDateTime;
        used += Digits(row[used..], time.Year, 4);
        row[used++] = (byte)'-';
        used += Digits(row[used..], time.Month, 2);
        row[used++] = (byte)'-';
        used += Digits(row[used..], time.Day, 2);
        row[used++] = (byte)'T';
        used += Digits(row[used..], time.Hour, 2);
        row[used++] = (byte)':';
        used += Digits(row[used..], time.Minute, 2);
        row[used++] = (byte)':';
        used += Digits(row[used..], time.Second, 2);
        row[used++] = (byte)'.';
        used += Digits(row[used..], time.Millisecond, 3);
        row[used++] = (byte)'Z';
        row[used++] = (byte)',';
        used += Text(row[used..], channels[data.Channels[index]]);
        row[used++] = (byte)',';
        if (data.Scores[index] != EventData.NoScore)
        {
            Utf8Formatter.TryFormat(data.Scores[index], row[used..], out int written);
            used += written;
        }

        row[used++] = (byte)'\n';
        return used;
    }

    private static int Text(Span<byte> target, byte[] text)
    {
        text.CopyTo(target);
        return text.Length;
    }

    private static int Digits(Span<byte> target, int value, int count)
    {
        for (int place = count - 1; place >= 0; place--)
        {
            target[place] = (byte)('0' + (value % 10));
            value /= 10;
        }

        return count;
    }
}
