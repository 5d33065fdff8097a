namespace CustomerJourney.Building.Documents;

internal enum DocumentValueKind
{
    Object,
    List,
    Text,
    Number,
    Flag,
    Null,
}
