namespace CustomerJourney.Events;

internal enum TimeFormatKind
{
    Iso8601,
    UnixSeconds,
    UnixMilliseconds,
    UnixMicroseconds,
    Pattern,
}
