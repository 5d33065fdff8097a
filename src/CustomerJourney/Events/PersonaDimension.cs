namespace CustomerJourney.Events;

internal sealed record PersonaDimension : CustomerDimension
{
    internal override string Title => "Persona";

    internal override CustomerGroupBinding BindCustomers(LogSchema schema) => new Binding(schema.RequireJourney("personas"));

    private sealed class Binding(Journey journey)
        : CustomerGroupBinding(journey.Personas.Select((persona, place) => new GroupKey(place, journey.PersonaNames.Label(persona), GroupKind.Named)), Unassigned)
    {
        public override int GroupOf(in CustomerTrace trace) => trace.Columns.Personas![trace.Customer] is >= 0 and int persona ? persona : None;
    }
}
