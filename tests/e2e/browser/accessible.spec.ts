import { barriers, createDomain, expect, fresh, orders, publishProduct, test } from './screens';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`every page in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('keeps nobody out', async ({ page }) => {
      test.setTimeout(300_000);
      const domain = fresh('Accessible');
      const domainAddress = await createDomain(page, domain);
      const product = await publishProduct(page, domain, fresh('Readable'), orders(30));
      const found: string[] = [];
      const addresses = [
        '/',
        '/domains',
        '/domains?view=tree',
        domainAddress,
        `${domainAddress}/edit`,
        `${domainAddress}/rename`,
        `${domainAddress}/move`,
        `${domainAddress}/retire`,
        '/data-products',
        product,
        `${product}?tab=rows`,
        `${product}?tab=profile`,
        `${product}?tab=versions`,
        `${product}?tab=activity`,
        `${product}/edit`,
        `${product}/publish`,
        '/drafts',
        '/new/domain',
        '/new/domain?step=people',
        '/new/domain?step=rules',
        '/new/domain?step=review',
        '/new/data-product',
        '/new/data-product?step=purpose',
        '/new/data-product?step=columns',
        '/search?q=accessible',
        '/settings',
        '/people',
        '/audit',
        '/policies',
        '/domains/there-is-none',
        '/nowhere',
      ];
      for (const address of addresses) {
        await page.goto(address);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expect(page.getByRole('status', { name: /^Loading/ })).toHaveCount(0);
        found.push(...(await barriers(page)).map((barrier) => `${address}: ${barrier}`));
      }
      expect(found).toEqual([]);
    });
  });
}
