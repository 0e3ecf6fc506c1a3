/** An amount of credits, rounded to what people compare: "120", "33.6", "1,204". */
export function creditsText(credits: number, locale?: string): string {
  return new Intl.NumberFormat(locale, {
    maximumFractionDigits: credits < 100 ? 1 : 0,
  }).format(credits);
}
