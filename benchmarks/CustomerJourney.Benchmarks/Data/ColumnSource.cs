using CustomerJourney.Events;

namespace CustomerJourney.Benchmarks.Data;

/// <summary>Hands events to the builder of logs as readers do: names as bytes, numbers as numbers, no object an event.</summary>
internal static class ColumnSource
{
    public static JourneyLog Build(EventData data) => Fill(data).Build();

    public static LogBuilder Fill(EventData data)
    {
        LogBuilder builder = new(ReadOptions.Default);
        byte[][] names = [.. EventData.EventNames.Select(System.Text.Encoding.UTF8.GetBytes)];
        byte[][] channels = [.. EventData.ChannelNames.Select(System.Text.Encoding.UTF8.GetBytes)];
        byte[][] customers = [.. data.CustomerIds().Select(System.Text.Encoding.UTF8.GetBytes)];
        for (int index = 0; index < data.Count; index++)
        {
            EventRow row = new()
            {
                Customer = builder.CustomerNames.GetOrAdd(customers[data.Customers[index]]),
                Event = builder.EventNames.GetOrAdd(names[data.Events[index]]),
                At = data.TimeOf(index).UtcTicks,
                Channel = builder.ChannelNames.GetOrAdd(channels[data.Channels[index]]),
            };
            if (data.Scores[index] != EventData.NoScore)
            {
                row.HasFeedback = true;
                row.FeedbackKind = FeedbackKind.Nps;
                row.Score = data.Scores[index];
            }

            builder.Add(row, index + 1);
        }

        return builder;
    }
}
