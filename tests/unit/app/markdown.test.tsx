import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Markdown } from '@/app/_components/words/Markdown'

const html = (source: string) => renderToStaticMarkup(<Markdown source={source} locale="en" className="summary" />)

describe('Markdown of a summary', () => {
  test.each([
    '![a chart](https://elsewhere.example/pixel.gif)',
    'Text ![a chart][1] on.\n\n[1]: https://elsewhere.example/pixel.gif',
    '[![a chart](https://elsewhere.example/pixel.gif)](https://elsewhere.example/)',
    '![](https://elsewhere.example/pixel.gif "title")',
    '<img src="https://elsewhere.example/pixel.gif">',
    '! ![one](//a.example/x.png)![two](//b.example/y.png)',
  ])('draws no image: %s', (source) => {
    expect(html(source)).not.toMatch(/<img|<picture|<svg/i)
  })

  test('what would be an image is a link to it', () => {
    expect(html('See ![a chart](https://elsewhere.example/c.png)!')).toContain(
      '<p>See <a href="https://elsewhere.example/c.png">a chart</a>!</p>',
    )
    expect(html('Really! [No](https://elsewhere.example/)')).toContain('Really! <a')
  })
})
