import type { MetaFunction } from '@remix-run/node';

export const meta: MetaFunction = () => [{ title: 'Bare Remix' }];

export default function Index() {
  return (
    <main>
      <h1>Welcome</h1>
      <ul>
        <li>One</li>
        <li>Two</li>
        <li>Three</li>
      </ul>
    </main>
  );
}
