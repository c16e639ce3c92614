import { micromark, type Options } from 'micromark'
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly'

const [bang, bracket] = [33, 91]

/**
 * No image is drawn: it would be asked for at another host, and shown in our name. What would be one is the link to it; its mark
 * falls away.
 */
const withoutImages: NonNullable<Options['extensions']>[number] = {
  disable: { null: ['labelStartImage'] },
  text: {
    [bang]: {
      name: 'imageMark',
      tokenize: (effects, ok, nok) => (code) => {
        effects.enter('labelImageMarker')
        effects.consume(code)
        effects.exit('labelImageMarker')
        return (next) => (next === bracket ? ok(next) : nok(next))
      },
    },
  },
}

// CommonMark takes the end of an emphasis after a bracket or a full stop for its beginning unless a space follows, which Japanese has not.
const extensions = [withoutImages, cjkFriendlyExtension()]

/**
 * The HTML of a text in Markdown (CommonMark), of pages and feeds alike: HTML in it is shown as text, dangerous addresses fall away, images
 * are links to them, and what is emphasised in Japanese, Chinese and Korean is so without spaces around it.
 */
export const markdownHtml = (source: string): string => micromark(source, { extensions })
