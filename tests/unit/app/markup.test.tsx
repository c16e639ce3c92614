import { expect, test } from 'vitest'
import { drawingOf, wordsOf } from '@/app/[locale]/_frame/markup'

const Name = ({ of }: { of: string }) => <em>{of}</em>
const Glyph = () => (
  <svg width="10" height="10" viewBox="0 0 10 10" fill="none" aria-hidden="true">
    <path d="M0 0h5" strokeWidth={2} className="a" />
  </svg>
)

test('the words of a component, without its pictures, its blocks set apart', () => {
  const node = (
    <>
      <p>
        Under “<Name of="A & B" />
        ”,
        {'\n'} since {2026}.{null}
        {false}
      </p>
      <ul>
        {['x', 'y'].map((one) => (
          <li key={one}>
            <Glyph /> {one}
          </li>
        ))}
      </ul>
    </>
  )
  expect(wordsOf(node, ' ')).toBe('Under “A & B”, since 2026. x y')
  expect(wordsOf(<p>問う</p>, '')).toBe('問う')
})

test('the first picture of a component, as SVG writes it', () => {
  const found = drawingOf(
    <figure>
      <Glyph />
      <figcaption>no part of it</figcaption>
    </figure>,
  )
  expect(found).toEqual({
    inner: '<g fill="none"><path d="M0 0h5" stroke-width="2" class="a"></path></g>',
    width: 10,
    height: 10,
  })
  expect(drawingOf(<p>none</p>)).toBeUndefined()
})

test('what is text stays text', () => {
  const found = drawingOf(
    <svg width="1" height="1" aria-label="text" role="img">
      <text>{'<b> & "c"'}</text>
    </svg>,
  )
  expect(found?.inner).toBe('<text>&#60;b&#62; &#38; &#34;c&#34;</text>')
})
