import { describe, expect, it } from 'vitest';
import { hit, later, track } from './tracked.ts';

describe('a goal named by the client', () => {
  it('is stored with its visit and without an action', () => {
    const { visits, actions, conversions } = track([
      hit({ idgoal: 7, revenue: '42.555', url: 'http://example.org/p?gclid=1&a=2#f', _cvar: '{"1":["k","v"]}' }),
    ]);
    expect(actions).toEqual([]);
    expect(visits).toEqual([
      expect.objectContaining({ visit_total_actions: 0, visit_goal_converted: 1, visit_entry_idaction_url: 0 }),
    ]);
    expect(conversions).toEqual([
      expect.objectContaining({
        idvisit: 1,
        idgoal: 7,
        buster: 0,
        revenue: '42.56',
        url: 'http://example.org/p?a=2',
        idaction_url: null,
        idlink_va: null,
        idorder: null,
        items: null,
        revenue_tax: null,
        location_country: 'fr',
        referer_type: 1,
        referer_visit_server_date: '2014-01-20',
        custom_var_k1: 'k',
        custom_var_v1: 'v',
      }),
    ]);
  });

  it('earns what the goal says without a revenue', () => {
    expect(track([hit({ idgoal: 7 })]).conversions[0]?.revenue).toBe('9.99');
  });

  it('counts once a visit, or every time, as the goal says', () => {
    const sent = [7, 7, 8, 8].map((idgoal, index) => later(index * 10, { idgoal }));
    expect(track(sent).conversions.map(({ idgoal, buster }) => [idgoal, buster])).toEqual([
      [7, 0],
      [8, 1390212020],
      [8, 1390212030],
    ]);
  });

  it('loses no conversion of one second', () => {
    expect(track([8, 8, 8].map((idgoal) => hit({ idgoal }))).conversions).toHaveLength(3);
  });

  it.each([9, 99])('is refused when the site has no goal %i', (idgoal) => {
    const { visits, outcomes } = track([hit({ idgoal })]);
    expect(visits).toEqual([]);
    expect(outcomes).toEqual([
      { kind: 'refused', reason: expect.stringContaining(`idgoal is ${idgoal}`), authenticated: false },
    ]);
  });
});

describe('goals that actions reach', () => {
  const goalsOf = (parameters: Record<string, string>) =>
    track([hit(parameters)]).conversions.map(({ idgoal }) => idgoal);

  it.each([
    [{ url: 'http://example.org/THANK-you' }, [1]],
    [{ url: 'http://example.org/Exact' }, [2]],
    [{ url: 'http://example.org/exact' }, []],
    [{ url: 'http://example.org/Exact/more' }, []],
    [{ url: 'http://example.org/multi/12' }, [3]],
    [{ action_name: 'a special offer' }, [4]],
    [{ action_name: 'Exact Title' }, [10]],
    [{ download: 'http://example.org/archive.pdf' }, [5, 11]],
    [{ link: 'http://partner.example/' }, [6]],
    [{ search: 'Special Offer' }, []],
    [{ e_c: 'thank-you', e_a: 'x', url: 'http://example.org/thank-you' }, []],
  ])('%j reaches %j', (parameters, goals) => {
    expect(goalsOf(parameters as Record<string, string>)).toEqual(goals);
  });

  it('refer to the action', () => {
    const { conversions } = track([hit({ url: 'http://example.org/thank-you' })]);
    expect(conversions).toEqual([
      expect.objectContaining({ idlink_va: 1, idaction_url: 1, url: 'http://example.org/thank-you' }),
    ]);
  });
});

describe('orders and carts', () => {
  const cart = '[["S1","Name 1",["A","B"],10.5,2],["S2","Name 2","C",3,1]]';

  it('hold amounts as exact decimals', () => {
    const amounts = { revenue: '123456789012345.67', ec_st: '1e2', ec_tx: '.105', ec_sh: '5.', ec_dt: 'none' };
    const { conversions, items, visits } = track([hit({ idgoal: 0, ec_id: 'O1', ...amounts, ec_items: cart })]);
    expect(conversions).toEqual([
      expect.objectContaining({
        idgoal: 0,
        idorder: 'O1',
        items: 3,
        revenue: '123456789012345.67',
        revenue_subtotal: '100',
        revenue_tax: '0.11',
        revenue_shipping: '5',
        revenue_discount: '0',
      }),
    ]);
    expect(items.map(({ idorder, price, quantity, deleted }) => [idorder, price, quantity, deleted])).toEqual([
      ['O1', '10.5', 2, 0],
      ['O1', '3', 1, 0],
    ]);
    expect(visits[0]).toMatchObject({ visit_goal_converted: 1, visit_goal_buyer: 1 });
  });

  it.each([
    ['a text, which is taken apart', '["SKU15"]', ['S', 'K', 'U', '1', 5]],
    ['a number, which is none', '[7,null,true,""]', undefined],
    ['a list as SKU', '[[["S1"],"Name","C",2,3]]', [undefined, 'Name', 'C', '2', 3]],
    ['an empty list as SKU', '[[[],"Name","C",2,3]]', undefined],
  ])('hold items that are %s', (_, ec_items, expected) => {
    const { items, rows } = track([hit({ idgoal: 0, ec_id: 'O1', ec_items })]);
    const names = new Map(rows.log_action?.map(({ idaction, name }) => [idaction, name]));
    const held = items.map(({ idaction_sku, idaction_name, idaction_category, price, quantity }) => [
      ...[idaction_sku, idaction_name, idaction_category].map((id) => names.get(id ?? 0)),
      price,
      quantity,
    ]);
    expect(held).toEqual(expected === undefined ? [] : [expected]);
  });

  it('turn a cart into the order, and mark what has gone from it', () => {
    const { conversions, items, visits, rows } = track([
      hit({ idgoal: 0, revenue: 24, ec_items: cart }),
      later(30, { idgoal: 0, ec_id: 'O1', revenue: 30, ec_items: '[["S2","Name 2","C",3,4],["S9","Name 9","",1,1]]' }),
    ]);
    expect(conversions.map(({ idgoal, idorder, items: total }) => [idgoal, idorder, total])).toEqual([[0, 'O1', 5]]);
    const names = new Map((rows.log_action ?? []).map((row) => [row.idaction, row.name]));
    const held = items.map((row) => [row.idorder, names.get(row.idaction_sku ?? 0), row.quantity, row.deleted]);
    expect(held).toEqual([
      ['O1', 'S1', 2, 1],
      ['O1', 'S2', 4, 0],
      ['O1', 'S9', 1, 0],
    ]);
    expect(visits[0]).toMatchObject({ visit_goal_buyer: 1 });
  });

  it('store an order of a number once a site, whatever its case', () => {
    const order = (ec_id: string, revenue: number) => ({ idgoal: 0, ec_id, revenue });
    const sent = [
      hit(order('abc', 1)),
      later(60, order('ABC', 2)),
      later(9000, order('abc', 3)),
      later(9060, order('d', 4)),
    ];
    expect(track(sent).conversions.map(({ revenue }) => revenue)).toEqual(['1', '4']);
  });

  it('open another cart after an order', () => {
    const sent = [hit({ idgoal: 0, ec_id: 'O1' }), later(10, { idgoal: 0, ec_items: cart })];
    const { conversions, visits } = track(sent);
    expect(conversions.map(({ idgoal }) => idgoal)).toEqual([0, -1]);
    expect(visits[0]).toMatchObject({ visit_goal_buyer: 3 });
  });
});
