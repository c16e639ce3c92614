/** Where programs call the tools of the site (Model Context Protocol, streamable HTTP): by POST alone, so that it is no address to read. */
export const mcpPath = '/mcp'
