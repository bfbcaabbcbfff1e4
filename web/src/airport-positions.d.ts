declare module 'virtual:airport-positions' {
  /** "LIS38.78,-9.14;…": code, latitude, longitude. */
  export const positions: string;
}
