import type { Reply } from '../reply.ts'
import { jiraHeaders } from './jira.ts'

/** Jira's own redirect to its login, relative as it often is. */
export const loginRedirect = (path: string): Reply => ({
  status: 302,
  headers: {
    ...jiraHeaders,
    Location: `/login.jsp?permissionViolation=true&os_destination=${encodeURIComponent(path)}&page_caps=&user_role=`,
  },
})

/** Jira's own login page. */
export const loginPage: Reply = {
  headers: { ...jiraHeaders, 'Content-Type': 'text/html;charset=UTF-8' },
  body: `<!DOCTYPE html><html><head><title>Log in - Jira</title></head><body id="jira">
    <form action="/login.jsp" method="post" id="login-form">
    <input name="os_username"><input type="password" name="os_password"></form></body></html>`,
}

/** An authenticating proxy sends everybody without a session to its identity provider. */
export const ssoRedirect: Reply = {
  status: 302,
  headers: { Location: 'https://login.example.com/adfs/ls/?SAMLRequest=fVLLTsMwELwj8Q&RelayState=e30' },
}

/** oauth2-proxy, which is told by its cookie too. */
export const oauth2ProxyRedirect: Reply = {
  status: 302,
  headers: {
    'Set-Cookie': '_oauth2_proxy_csrf=abc123; Path=/; HttpOnly; Secure',
    Location: 'https://id.example.com/realms/main/protocol/openid-connect/auth?client_id=jira&response_type=code',
  },
}

/** The identity provider's own page, with 200. */
export const ssoPage: Reply = {
  headers: { 'Content-Type': 'text/html; charset=utf-8' },
  body: `<!DOCTYPE html><html><head><title>Sign In</title></head><body>
    <form method="post" action="https://login.example.com/adfs/ls/?SAMLRequest=fVLLTsMwELwj8Q">
    <input type="email" name="UserName"><input type="password" name="Password"></form></body></html>`,
}
